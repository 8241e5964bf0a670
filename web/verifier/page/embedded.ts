// The keys that the server wrote into the page when it was downloaded.
import { isObject, parse, textAt } from "../check/json";
import { type GivenKeys, noKeys, withPlatform } from "../check/keys";
import { keysOf } from "../check/seal";

export interface Embedded {
  keys: GivenKeys;
  platform: string;
  date: string;
}

/** Reads the block; a page that was not served by a platform has none. */
export function embedded(text: string | null): Embedded {
  const block = parse(text);
  const keys = isObject(block) ? withPlatform(noKeys(), keysOf(block)) : noKeys();
  return { keys, platform: textAt(block, "platform"), date: textAt(block, "date") };
}
