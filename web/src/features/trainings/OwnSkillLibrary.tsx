import { Button, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { OwnSkill } from "@/api/types";
import { useTranslation } from "@/i18n/ownSkills";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import own from "./Library.module.css";
import { LibraryCard, LibraryList } from "./LibraryList";
import classes from "./Lines.module.css";
import { useOwnSkillChanges, useOwnSkills } from "./library";
import { OwnSkillForm } from "./OwnSkillForm";
import { OwnSkillLink } from "./OwnSkillLink";
import { TitleSearch } from "./TitleSearch";
import { useInlineForm } from "./useInlineForm";

const TONES = { none: "neutral", linked: "success", kept: "neutral" } as const;

interface Props {
  organisation: string;
  /** What the list is searched by. */
  words: string;
  onWords: (words: string) => void;
  writes: boolean;
  /** Names any official skill. */
  picker: (onPick: (code: string) => void) => ReactNode;
}

/** The skills an organisation has in its own words, and what each is beside the catalogue. */
export function OwnSkillLibrary({ organisation, words, onWords, writes, picker }: Props) {
  const { t } = useTranslation();
  const list = useOwnSkills(organisation, words);
  const { opened, opener, open, close } = useInlineForm();
  return (
    <Stack gap="lg">
      <div className={own.head}>
        <TitleSearch words={words} onWords={onWords} />
        {writes && !opened ? (
          <Button
            ref={opener}
            className={classes.wrapping ?? ""}
            leftSection={<Icon name="plus" size={16} />}
            onClick={open}
          >
            {t("ownSkill.create")}
          </Button>
        ) : null}
      </div>
      {opened ? <OwnSkillForm organisation={organisation} onDone={close} onCancel={close} /> : null}
      <LibraryList
        list={list}
        none={
          words === "" ? (
            <Notice icon="list" title={t("ownSkill.none")}>
              {t("ownSkill.noneHelp")}
            </Notice>
          ) : (
            <Text role="status">{t("ownSkill.noneFound")}</Text>
          )
        }
        card={(skill) => (
          <Card organisation={organisation} skill={skill} writes={writes} picker={picker} />
        )}
      />
    </Stack>
  );
}

interface CardProps extends Omit<Props, "words" | "onWords"> {
  skill: OwnSkill;
}

function Card({ organisation, skill, writes, picker }: CardProps) {
  const { t } = useTranslation();
  const changes = useOwnSkillChanges(organisation);
  const { opened, opener, open, close } = useInlineForm();
  const { id, label, description, link, trainings } = skill;
  if (opened) {
    return (
      <OwnSkillForm organisation={organisation} skill={skill} onDone={close} onCancel={close} />
    );
  }
  return (
    <LibraryCard
      name={label}
      description={description}
      meta={
        <>
          <StateTag tone={TONES[link]}>{t(`training.ownState.${link}`)}</StateTag>
          <span>{t("ownSkill.trainings", { count: trainings })}</span>
        </>
      }
      actions={
        writes ? (
          <>
            <Button
              ref={opener}
              variant="subtle"
              size="compact-sm"
              aria-label={t("ownSkill.editOf", { label })}
              onClick={open}
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
          </>
        ) : null
      }
    >
      {link === "none" && writes ? (
        <Disclosure label={t("ownSkill.matchesOpen")}>
          <OwnSkillLink organisation={organisation} skill={skill} picker={picker} />
        </Disclosure>
      ) : (
        <OwnSkillLink organisation={organisation} skill={skill} readOnly={!writes} />
      )}
    </LibraryCard>
  );
}
