import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/search";
import { Icon } from "@/ui/Icon";
import classes from "./Pagination.module.css";

interface Props {
  previous: string | null;
  next: string | null;
  disabled: boolean;
  onMove: (cursor: string) => void;
}

/** Forward and back through the list; a page that does not exist has no button to press. */
export function Pagination({ previous, next, disabled, onMove }: Props) {
  const { t } = useTranslation();
  if (!previous && !next) return null;
  return (
    <nav className={classes.nav} aria-label={t("pagination.label")}>
      <Button
        variant="default"
        leftSection={<Icon name="chevronLeft" size={16} />}
        disabled={disabled || !previous}
        onClick={() => previous && onMove(previous)}
      >
        {t("pagination.previous")}
      </Button>
      <Button
        variant="default"
        rightSection={<Icon name="chevronRight" size={16} />}
        disabled={disabled || !next}
        onClick={() => next && onMove(next)}
      >
        {t("pagination.next")}
      </Button>
    </nav>
  );
}
