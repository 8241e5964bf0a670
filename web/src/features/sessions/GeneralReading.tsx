import { Text, Title } from "@mantine/core";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";

/** What participants read of a session, and how long its papers are kept, to be read. */
export function GeneralReading({ session }: { session: TrainingSession }) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="general">
      <Title order={2} id="general" mb="sm">
        {t("session.general")}
      </Title>
      <Facts
        facts={[
          [t("session.holidays"), t(`session.holiday.${session.holidays}`)],
          [t("session.retention"), t(`session.kept.${session.retention}`)],
        ]}
      />
      <Text
        mt="md"
        style={{ whiteSpace: "pre-line" }}
        maw="68ch"
        c={session.information ? "" : "dimmed"}
      >
        {session.information || t("session.noInformation")}
      </Text>
    </Panel>
  );
}
