import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import own from "./Library.module.css";
import classes from "./Lines.module.css";
import { useOwnSkillChanges, useOwnSkills } from "./library";
import { OwnSkillForm } from "./OwnSkillForm";
import { OwnSkillLink } from "./OwnSkillLink";

const TONES = { none: "neutral", linked: "success", kept: "neutral" } as const;

interface Props {
  organisation: string;
  writes: boolean;
  /** Names any official skill. */
  picker: (onPick: (code: string) => void) => ReactNode;
}

/** The skills an organisation has in its own words, and what each is beside the catalogue. */
export function OwnSkillLibrary({ organisation, writes, picker }: Props) {
  const { t } = useTranslation();
  const list = useOwnSkills(organisation);
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const skills = list.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => {
    setWriting(false);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Stack gap="lg">
      {writes && !writing ? (
        <Group>
          <Button
            ref={opener}
            className={classes.wrapping ?? ""}
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setWriting(true)}
          >
            {t("ownSkill.create")}
          </Button>
        </Group>
      ) : null}
      {writing ? (
        <OwnSkillForm organisation={organisation} onDone={close} onCancel={close} />
      ) : null}
      {list.isError ? (
        <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
      ) : list.isPending ? (
        <Skeleton height={200} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : skills.length === 0 ? (
        <Notice icon="list" title={t("ownSkill.none")}>
          {t("ownSkill.noneHelp")}
        </Notice>
      ) : (
        <ul className={classes.cards}>
          {skills.map((skill) => (
            <li key={skill.id}>
              <Card organisation={organisation} skill={skill} writes={writes} picker={picker} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

interface CardProps extends Props {
  skill: OwnSkill;
}

function Card({ organisation, skill, writes, picker }: CardProps) {
  const { t } = useTranslation();
  const changes = useOwnSkillChanges(organisation);
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { id, label, description, link, trainings } = skill;
  const close = () => {
    setWriting(false);
    setTimeout(() => opener.current?.focus());
  };
  if (writing) {
    return (
      <OwnSkillForm organisation={organisation} skill={skill} onDone={close} onCancel={close} />
    );
  }
  return (
    <div className={own.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.label}>{label}</h2>
          <div className={classes.meta}>
            <StateTag tone={TONES[link]}>{t(`training.ownState.${link}`)}</StateTag>
            <span>{t("ownSkill.trainings", { count: trainings })}</span>
          </div>
        </div>
        {writes ? (
          <div className={classes.actions}>
            <Button
              ref={opener}
              variant="subtle"
              size="compact-sm"
              aria-label={t("ownSkill.editOf", { label })}
              onClick={() => setWriting(true)}
            >
              {t("ownSkill.edit")}
            </Button>
            {trainings === 0 ? (
              <ConfirmButton
                label={t("ownSkill.delete")}
                aria-label={t("ownSkill.deleteOf", { label })}
                title={t("ownSkill.deleteTitle", { label })}
                confirm={t("ownSkill.delete")}
                variant="subtle"
                size="compact-sm"
                danger
                action={() => changes.remove(id)}
              >
                {t("ownSkill.deleteText")}
              </ConfirmButton>
            ) : null}
          </div>
        ) : null}
      </div>
      {description ? <p className={own.description}>{description}</p> : null}
      {link === "none" && writes ? (
        <Disclosure label={t("ownSkill.matchesOpen")}>
          <OwnSkillLink organisation={organisation} skill={skill} picker={picker} />
        </Disclosure>
      ) : (
        <OwnSkillLink organisation={organisation} skill={skill} readOnly={!writes} />
      )}
    </div>
  );
}
