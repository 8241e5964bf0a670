import { Checkbox, Radio, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import type { PassportSettings } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/validationDesk";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { bodyOf, isDelay, isDuration, type RuleValues, valuesOf } from "../model/rules";
import { passportSettingsQuery, useDesk } from "../staffQueries";
import { Validities } from "./Validities";

export interface RulesProps {
  organisation: string;
  writes: boolean;
  /** What the catalogue calls a skill. */
  labelOf: (code: string) => string;
  skillPicker: (
    taken: ReadonlySet<string>,
    onPick: (code: string, label: string) => void,
  ) => ReactNode;
}

/** How the organisation reads its levels, validates and answers. */
export function PassportRules(props: RulesProps) {
  const { t } = useTranslation();
  const query = useQuery(passportSettingsQuery(props.organisation));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return (
    <Panel labelledBy="regles">
      <Stack>
        <div>
          <Title order={2} id="regles">
            {t("passportRule.title")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="66ch">
            {t("passportRule.lead")}
          </Text>
        </div>
        {props.writes ? (
          <RulesForm key={props.organisation} {...props} settings={query.data} />
        ) : (
          <Facts facts={factsOf(t, query.data, props.labelOf)} />
        )}
      </Stack>
    </Panel>
  );
}

/** The choices in words. */
function factsOf(t: Translate, settings: PassportSettings, labelOf: (code: string) => string) {
  const validities = settings.validities.map(
    ({ skill, months }) =>
      `${labelOf(skill)}\u00a0: ${t("passportRule.monthsShort", { count: months })}`,
  );
  const facts: [string, string][] = [
    [t("passportRule.rule"), t(`passportRule.${settings.level_rule}`)],
    [t("passportRule.two"), t(settings.two_people ? "passportRule.yes" : "passportRule.no")],
    [t("passportRule.days"), t("passportRule.daysShort", { count: settings.reply_days })],
    [t("passportRule.validities"), validities.join(", ") || t("passportRule.noValidity")],
  ];
  return facts;
}

type FormProps = RulesProps & { settings: PassportSettings };

function RulesForm({ organisation, settings, labelOf, skillPicker }: FormProps) {
  const { t } = useTranslation();
  const { choose } = useDesk(organisation);
  const [saved, setSaved] = useState(false);
  // The form stays open after it is saved: the next change starts from what was written here, not from what was read since.
  const written = useRef(settings.version);
  const form = useForm<RuleValues>({
    initialValues: valuesOf(settings),
    onValuesChange: () => setSaved(false),
    validate: {
      reply_days: (days) => (isDelay(days) ? null : t("passportRule.daysFaulty")),
      validities: (some) =>
        some.every(({ months }) => isDuration(months)) ? null : t("passportRule.monthsFaulty"),
    },
  });
  const submission = useVersionedForm<PassportSettings, RuleValues>({
    form,
    current: settings,
    valuesOf,
    send: (values, version) => choose(bodyOf(values), Math.max(version, written.current)),
    onDone: ({ version }) => {
      written.current = version;
      setSaved(true);
    },
  });
  const { values } = form;
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => factsOf(t, theirs, labelOf)}
      submit={t("action.save")}
      plain
    >
      <Radio.Group
        label={t("passportRule.rule")}
        value={values.level_rule}
        onChange={(rule) =>
          form.setFieldValue("level_rule", rule === "latest" ? "latest" : "highest")
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="highest"
            label={t("passportRule.highest")}
            description={t("passportRule.highestHelp")}
          />
          <Radio
            value="latest"
            label={t("passportRule.latest")}
            description={t("passportRule.latestHelp")}
          />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t("passportRule.two")}
        description={t("passportRule.twoHelp")}
        {...form.getInputProps("two_people", { type: "checkbox" })}
      />
      <TextInput
        label={t("passportRule.days")}
        description={t("passportRule.daysHelp")}
        inputMode="numeric"
        maxLength={2}
        maw={440}
        required
        {...form.getInputProps("reply_days")}
      />
      <Validities
        value={values.validities}
        faulty={Boolean(form.errors.validities)}
        labelOf={labelOf}
        skillPicker={skillPicker}
        onChange={(validities) => form.setFieldValue("validities", validities)}
      />
      <Text role="status" size="sm" c="dimmed">
        {saved ? t("passportRule.saved") : ""}
      </Text>
    </VersionedForm>
  );
}
