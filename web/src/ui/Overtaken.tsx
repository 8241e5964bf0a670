import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n";
import { Facts } from "./Facts";
import { Notice } from "./Notice";

interface Props {
  /** What the other person saved. */
  facts: [string, string][];
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else saved the same thing meanwhile: what it says now, and the two ways on. */
export function Overtaken({ facts, onTheirs, onMine }: Props) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="warning"
      icon="alert"
      announce
      title={t("overtaken.title")}
      actions={
        <>
          <Button size="sm" variant="default" onClick={onMine}>
            {t("overtaken.mine")}
          </Button>
          <Button size="sm" variant="default" onClick={onTheirs}>
            {t("overtaken.theirs")}
          </Button>
        </>
      }
    >
      <Facts facts={facts.map(([name, value]) => [name, value || t("overtaken.empty")])} />
    </Notice>
  );
}
