import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/visibility";
import { formatDay } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { CompanyList } from "./CompanyList";
import { CompanyNumberForm } from "./CompanyNumberForm";
import { useChoosing, useChosen } from "./queries";

/** The companies that alone see the person, while that is what the person wants. */
export function ChosenCompanies({ inForce }: { inForce: boolean }) {
  const { t } = useTranslation();
  const chosen = useChosen();
  const { choose, unchoose } = useChoosing();
  const none = inForce ? (
    <Notice tone="warning" announce>
      {t("chosenCompanies.none")}
    </Notice>
  ) : (
    <Text role="status">{t("chosenCompanies.noneYet")}</Text>
  );
  return (
    <Stack>
      <div>
        <Title order={3}>{t("chosenCompanies.title")}</Title>
        <Text c="dimmed" mt={4}>
          {t("chosenCompanies.lead")}
        </Text>
      </div>
      <CompanyNumberForm
        label={t("companyNumber.choose")}
        submit={t("chosenCompanies.add")}
        onCompany={choose}
      />
      <PagedList list={chosen} height={48} none={none}>
        {(items) => (
          <CompanyList
            companies={items.map(({ siren, chosen_at }) => ({
              siren,
              since: t("chosenCompanies.since", { date: formatDay(chosen_at) }),
            }))}
            removeLabel={(siren) => t("chosenCompanies.remove", { siren })}
            remove={unchoose}
          />
        )}
      </PagedList>
    </Stack>
  );
}

/** Companies that were chosen, while everybody sees the person all the same. */
export function ChosenAside() {
  const { t } = useTranslation();
  const chosen = useChosen();
  const count = chosen.data?.pages.flatMap((page) => page.items).length ?? 0;
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("chosenCompanies.kept", { count })}
    </Text>
  );
}
