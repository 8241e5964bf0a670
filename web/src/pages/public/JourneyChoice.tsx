import { Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "@/i18n/identity";

interface Props {
  recruiter: boolean;
  onChange: (recruiter: boolean) => void;
}

/** What brings somebody here: it only decides the first page they see once logged in. */
export function JourneyChoice({ recruiter, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("journey.label")}
      value={recruiter ? "recruiter" : "person"}
      onChange={(value) => onChange(value === "recruiter")}
    >
      <Stack gap="xs" mt={6}>
        <JourneyCard value="person" title={t("journey.person")} help={t("journey.personHelp")} />
        <JourneyCard
          value="recruiter"
          title={t("journey.recruiter")}
          help={t("journey.recruiterHelp")}
        />
      </Stack>
    </Radio.Group>
  );
}

function JourneyCard({ value, title, help }: { value: string; title: string; help: string }) {
  return (
    <Radio
      value={value}
      label={
        <>
          <Text span fw={600}>
            {title}
          </Text>
          <Text span display="block" size="sm" c="dimmed">
            {help}
          </Text>
        </>
      }
    />
  );
}
