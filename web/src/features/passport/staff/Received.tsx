import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReceivedReply } from "@/api/types";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ReplyText } from "../entry/EntryReplies";
import classes from "../Passport.module.css";
import { REPLY_STATES, type ReplyState } from "../search";
import { useReplies } from "../staffQueries";
import { Answering } from "./Answering";

interface Props {
  organisation: string;
  state: ReplyState | undefined;
  onState: (state: ReplyState | undefined) => void;
  writes: boolean;
  /** Who reads this: nobody answers themselves in the organisation's name. */
  self: string;
}

/** What people answered to entries, and until when they are owed a word. */
export function Received({ organisation, state, onState, writes, self }: Props) {
  const { t } = useTranslation();
  const list = useReplies(organisation, state);
  const choices = ["all", ...Object.values(REPLY_STATES)] as const;
  return (
    <Stack>
      <Choices<"all" | ReplyState>
        legend={t("received.filter")}
        value={state ?? "all"}
        choices={choices.map((value) => ({ value, label: t(`received.filters.${value}`) }))}
        onChange={(chosen) => onState(chosen === "all" ? undefined : chosen)}
      />
      <PagedList
        list={list}
        height={240}
        none={<Notice title={t("received.none")}>{t("received.noneHelp")}</Notice>}
      >
        {(replies) => (
          <Panel>
            <ul className={classes.rows}>
              {replies.map((received) => (
                <li key={received.reply.id}>
                  <Line
                    organisation={organisation}
                    received={received}
                    writes={writes && received.person_id !== self}
                  />
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </PagedList>
    </Stack>
  );
}

interface LineProps {
  organisation: string;
  received: ReceivedReply;
  writes: boolean;
}

function Line({ organisation, received, writes }: LineProps) {
  const { t } = useTranslation();
  const { person_name: name, skill, step_name: level, reply, validation_id: entry } = received;
  return (
    <>
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.facts}>
        <Link to={paths.validation} params={{ organisation, entry }} className={classes.link}>
          {t("received.about", { skill, level })}
        </Link>
      </p>
      <ReplyText reply={reply} />
      {writes && !reply.answer ? (
        <Answering organisation={organisation} reply={reply.id} name={name} />
      ) : null}
    </>
  );
}
