import { ActionIcon } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "@/i18n/visibility";
import { formatSiren } from "@/lib/siret";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./BlockedCompanies.module.css";

interface Props {
  companies: { siren: string; since: string }[];
  /** What the button beside a company is called. */
  removeLabel: (siren: string) => string;
  remove: (siren: string) => Promise<unknown>;
}

/** Companies by number, as they were typed: a name would tell which companies use Carnet. */
export function CompanyList({ companies, removeLabel, remove }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const run = async (siren: string) => {
    setLeaving(siren);
    setError(null);
    try {
      await remove(siren);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setLeaving(null);
    }
  };
  return (
    <>
      {error ? <ProblemNotice error={error} /> : null}
      <ul className={classes.list}>
        {companies.map(({ siren, since }) => (
          <li key={siren}>
            <span>
              <strong>{t("blocked.company", { siren: formatSiren(siren) })}</strong>
              <span className={classes.detail}>{since}</span>
            </span>
            <ActionIcon
              variant="subtle"
              color="slate.8"
              size="lg"
              loading={leaving === siren}
              aria-label={removeLabel(formatSiren(siren))}
              onClick={() => void run(siren)}
            >
              <Icon name="close" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </>
  );
}
