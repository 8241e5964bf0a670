import type { Company } from "@/api/types";
import { useTranslation } from "@/i18n/companies";
import { formatMoment } from "@/lib/format";
import { formatSiret } from "@/lib/siret";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";

/** What the register says of the company. */
export function CompanyCard({ company }: { company: Company }) {
  const { t } = useTranslation();
  const { name, address, siret, register_checked_at: checkedAt } = company;
  return (
    <Panel>
      <Facts
        facts={[
          [t("company.name"), name ?? t("company.unknownName")],
          [t("establishment.siret"), formatSiret(siret)],
          [t("establishment.address"), address ?? t("establishment.unknownAddress")],
          [t("company.checkedAt"), checkedAt ? formatMoment(checkedAt) : t("company.neverChecked")],
        ]}
      />
    </Panel>
  );
}
