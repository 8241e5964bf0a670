import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/visibility";
import { compact, companyFault, sirenOf } from "@/lib/siret";
import { HELP_BELOW, useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./BlockedCompanies.module.css";

interface Props {
  label: string;
  submit: string;
  initial?: string;
  /** Keeps what was typed, for a company that is only looked at. */
  keeps?: boolean;
  onCompany: (siren: string) => Promise<unknown> | undefined;
}

/** One company, by its SIREN or by the SIRET of any of its establishments. */
export function CompanyNumberForm({ label, submit, initial = "", keeps, onCompany }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { siren: initial },
    validate: {
      siren: (value) => {
        const found = companyFault(value);
        if (!found) return null;
        const count = compact(value).length;
        if (found.of === "length") return t("companyNumber.fault", { count });
        return found.of === "siren"
          ? t(`siren.fault.${found.fault}`, { count })
          : t(`establishment.fault.${found.fault}`, { count });
      },
    },
  });
  const submission = useSubmission(form, async ({ siren }) => {
    await onCompany(sirenOf(siren));
    if (!keeps) form.reset();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack gap="sm">
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Group align="flex-start" gap="sm">
          <TextInput
            key={form.key("siren")}
            label={label}
            description={t("companyNumber.help")}
            inputWrapperOrder={HELP_BELOW}
            inputMode="numeric"
            autoComplete="off"
            required
            className={classes.field ?? ""}
            {...form.getInputProps("siren")}
          />
          <Button
            type="submit"
            size="md"
            variant="default"
            loading={submission.pending}
            className={classes.submit ?? ""}
          >
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
