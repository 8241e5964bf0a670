import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/visibility";
import { formatDay } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { CompanyList } from "./CompanyList";
import { CompanyNumberForm } from "./CompanyNumberForm";
import { useBlocked, useBlocking } from "./queries";

/** Companies that never see this profile, whatever the switch says. */
export function BlockedCompanies() {
  const { t } = useTranslation();
  const blocked = useBlocked();
  const { block, unblock } = useBlocking();
  return (
    <Panel labelledBy="bloquees">
      <Stack>
        <div>
          <Title order={2} id="bloquees">
            {t("blocked.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("blocked.lead")}
          </Text>
        </div>
        <CompanyNumberForm
          label={t("companyNumber.block")}
          submit={t("blocked.add")}
          onCompany={block}
        />
        <PagedList list={blocked} height={48} none={<Text role="status">{t("blocked.none")}</Text>}>
          {(items) => (
            <CompanyList
              companies={items.map(({ siren, blocked_at }) => ({
                siren,
                since: t("blocked.since", { date: formatDay(blocked_at) }),
              }))}
              removeLabel={(siren) => t("blocked.remove", { siren })}
              remove={unblock}
            />
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}
