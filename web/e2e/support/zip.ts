// A zip file without compression, which is all that a release for the stories needs.
import { crc32 } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** The first of January 1980, the oldest day that the format knows. */
const DAY = 0x0021;

export function zip(files: ReadonlyMap<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const bytes = Buffer.from(text, "utf8");
    const title = Buffer.from(name, "utf8");
    const common = commonFields(bytes, title.length);
    const local = Buffer.concat([number(LOCAL, 4), common, title]);
    // Comment, disk, attributes of either kind, then where the file begins.
    const rest = Buffer.concat([Buffer.alloc(10), number(offset, 4)]);
    directory.push(Buffer.concat([number(CENTRAL, 4), number(VERSION, 2), common, rest, title]));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const count = number(files.size, 2);
  const sizes = [number(index.length, 4), number(offset, 4), number(0, 2)];
  return Buffer.concat([...parts, index, number(END, 4), number(0, 4), count, count, ...sizes]);
}

function commonFields(bytes: Buffer, nameLength: number): Buffer {
  return Buffer.concat([
    number(VERSION, 2),
    number(UTF8_NAMES, 2),
    number(0, 2),
    number(0, 2),
    number(DAY, 2),
    number(crc32(bytes), 4),
    number(bytes.length, 4),
    number(bytes.length, 4),
    number(nameLength, 2),
    number(0, 2),
  ]);
}

function number(value: number, width: 2 | 4): Buffer {
  const field = Buffer.alloc(width);
  field.writeUIntLE(value, 0, width);
  return field;
}
