import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/roomSearch";
import { formatMoment } from "@/lib/format";
import { folded } from "@/lib/matching";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PagedList } from "@/ui/PagedList";
import { searchable, useFoundMessages, useRooms } from "./queries";
import classes from "./Rooms.module.css";
import type { Found } from "./types";

interface Props {
  q: string | undefined;
  room: string | undefined;
  onSearch: (search: { q?: string; salon?: string }) => void;
}

/** Finds messages in the rooms one reads at this moment. */
export function RoomSearch({ q, room, onSearch }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(q ?? "");
  const [short, setShort] = useState(false);
  const rooms = useRooms();
  const asked = searchable(q);
  const list = useFoundMessages(asked, room);
  useEffect(() => setWords(q ?? ""), [q]);
  const named = rooms.data?.pages.flatMap(({ items }) => items) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = searchable(words);
    setShort(wanted === null);
    if (wanted !== null) onSearch({ q: wanted, ...(room ? { salon: room } : {}) });
  };
  return (
    <Stack>
      <form onSubmit={submit} aria-label={t("roomSearch.title")}>
        <div className={classes.toolbar}>
          <TextInput
            className={classes.grow ?? ""}
            type="search"
            label={t("roomSearch.words")}
            leftSection={<Icon name="search" />}
            maxLength={100}
            value={words}
            error={short ? t("roomSearch.tooShort") : null}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <NativeSelect
            label={t("roomSearch.where")}
            value={room ?? ""}
            data={[
              { value: "", label: t("roomSearch.everywhere") },
              ...named.map((one) => ({
                value: one.id,
                label: one.session ? `${one.name} · ${one.session.title}` : one.name,
              })),
            ]}
            onChange={(event) => {
              const salon = event.currentTarget.value;
              onSearch({ ...(asked ? { q: asked } : {}), ...(salon ? { salon } : {}) });
            }}
          />
          <Button type="submit" size="md">
            {t("roomSearch.search")}
          </Button>
        </div>
      </form>
      {asked === null ? (
        <Text c="dimmed">{t("roomSearch.help")}</Text>
      ) : (
        <PagedList
          list={list}
          height={240}
          none={<Text>{t("roomSearch.none", { words: asked })}</Text>}
        >
          {(found) => (
            <ul className={classes.rooms} aria-label={t("roomSearch.found")}>
              {found.map((one) => (
                <li key={one.message.id}>
                  <Hit found={one} words={asked} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      )}
      <Group>
        <Link to={paths.rooms}>{t("roomSearch.back")}</Link>
      </Group>
    </Stack>
  );
}

function Hit({ found, words }: { found: Found; words: string }) {
  const { t } = useTranslation();
  const { message } = found;
  const place = message.position == null ? {} : { message: String(message.position) };
  return (
    <Link to={paths.room} params={{ room: found.room_id }} search={place} className={classes.hit}>
      <span className={classes.facts}>
        <strong>{found.room_name}</strong>
        <span>{message.author.is_me ? t("roomSearch.me") : message.author.name}</span>
        <span>{formatMoment(message.sent_at)}</span>
      </span>
      <span className={classes.kept}>
        <Marked text={message.text ?? ""} words={words} />
      </span>
    </Link>
  );
}

/** The words that were looked for stand out. The server also finds other forms of theirs, which do not. */
function Marked({ text, words }: { text: string; words: string }) {
  const asked = folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const pieces = text.split(/([\p{L}\p{N}]+)/u);
  return pieces.map((piece, at) => {
    const key = `${at}`;
    return asked.some((word) => folded(piece).startsWith(word)) ? (
      <mark key={key} className={classes.mark}>
        {piece}
      </mark>
    ) : (
      <span key={key}>{piece}</span>
    );
  });
}
