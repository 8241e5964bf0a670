import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MySkill } from "@/api/types";
import { useTranslation } from "@/i18n/passport";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { DriftNote } from "@/record/DriftNote";
import { type Names, quoted } from "@/record/drift";
import { IssuerNote } from "@/record/IssuerNote";
import { LevelMark } from "@/record/LevelMark";
import { levelName, spokenLevel } from "@/record/levels";
import { StatusTag } from "@/record/StatusTag";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Dialog } from "@/ui/Dialog";
import { Disclosure } from "@/ui/Disclosure";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { LevelChoice } from "./LevelChoice";
import classes from "./MySkillCard.module.css";
import { useDeclarations } from "./queries";

/** One skill: what recruiters may see of it, what was declared, and every validation it has had. */
export function MySkillCard({ skill, names }: { skill: MySkill; names: Names }) {
  const { t } = useTranslation();
  const { declare, withdraw } = useDeclarations();
  const { searchable, declared_level: declared, declaration, difference, validations } = skill;
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.label}>{skill.label}</h3>
        {searchable ? (
          <p className={classes.state}>
            <LevelMark level={searchable.level} />
            <span>{spokenLevel(t, searchable.level)}</span>
            <StatusTag status={searchable.status} />
          </p>
        ) : (
          <p className={classes.state}>{t("mySkill.notShown")}</p>
        )}
      </div>
      {difference ? <DriftNote drift={{ ...difference, code: skill.code }} names={names} /> : null}
      {difference && declaration ? (
        <Text size="sm" c="dimmed">
          {t("mySkill.declaredAs", {
            name: quoted(declaration.label),
            date: formatDay(declaration.declared_at),
            release: declaration.release,
          })}
        </Text>
      ) : null}
      {searchable?.status === "validated" && declared !== null && declared !== undefined ? (
        <Text size="sm" c="dimmed">
          {t("mySkill.alsoDeclared", { level: `${declared}\u00a0${levelName(t, declared)}` })}
        </Text>
      ) : null}
      {validations.length > 0 ? (
        <Disclosure label={t("mySkill.history", { count: validations.length })}>
          <ul className={classes.history}>
            {validations.map((validation) => (
              <ValidationLine key={validation.id} validation={validation} shown={skill.label} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <Group gap={4} ml={-8}>
        <ChangeLevel skill={skill} declare={declare} />
        {declared !== null && declared !== undefined ? (
          <ConfirmButton
            label={t("mySkill.withdraw")}
            aria-label={t("mySkill.withdrawOf", { label: skill.label })}
            title={t("mySkill.withdrawTitle")}
            confirm={t("mySkill.withdraw")}
            variant="subtle"
            size="compact-sm"
            danger
            action={() => withdraw(skill.code)}
          >
            {t(validations.length > 0 ? "mySkill.withdrawKeeps" : "mySkill.withdrawText", {
              label: skill.label,
            })}
          </ConfirmButton>
        ) : null}
      </Group>
    </div>
  );
}

interface ValidationProps {
  validation: MySkill["validations"][number];
  /** The name the skill is read with. */
  shown: string;
}

function ValidationLine({ validation, shown }: ValidationProps) {
  const { t } = useTranslation();
  const { common_level: level, revoked_at: revoked, expires_at: expires } = validation;
  const { label, release } = validation;
  return (
    <li data-revoked={revoked ? true : undefined}>
      <strong>{validation.step_name}</strong>
      {level ? ` (${level}\u00a0${levelName(t, level)})` : null}
      {", "}
      {validation.organisation_name}
      {", "}
      {formatDay(validation.validated_at)}
      {validation.passing ? null : <em> · {t("mySkill.notPassed")}</em>}
      {revoked ? <em> · {t("mySkill.revoked", { date: formatDay(revoked) })}</em> : null}
      {expires ? <em> · {t("mySkill.expires", { date: formatDay(expires) })}</em> : null}
      {label === shown ? null : (
        <div>{t("mySkill.validatedAs", { name: quoted(label), release })}</div>
      )}
      <IssuerNote issuer={validation.issuer} />
      <Link
        to={paths.myEntry}
        params={{ entry: validation.id }}
        className={classes.proof}
        aria-label={t("mySkill.proofOf", { label, date: formatDay(validation.validated_at) })}
      >
        {t("mySkill.proof")}
      </Link>
    </li>
  );
}

interface ChangeProps {
  skill: MySkill;
  declare: (code: string, level: number) => Promise<unknown>;
}

function ChangeLevel({ skill, declare }: ChangeProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [level, setLevel] = useState(skill.declared_level ?? 2);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    setPending(true);
    setError(null);
    try {
      await declare(skill.code, level);
      dialog.close();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("mySkill.changeOf", { label: skill.label })}
        onClick={dialog.open}
      >
        {t(skill.declared_level ? "mySkill.change" : "mySkill.declareToo")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={skill.label}>
        <Stack>
          {error ? <ProblemNotice error={error} /> : null}
          <LevelChoice legend={t("declare.level")} value={level} onChange={setLevel} />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={pending} onClick={save}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
