import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/search";
import { Notice } from "@/ui/Notice";
import classes from "./GoneCodes.module.css";

/** A code of the search that left the catalogue, and what took its place where that is known. */
export interface GoneCode {
  code: string;
  label: string;
  successor: { code: string; label: string } | null;
}

interface Props {
  gone: GoneCode[];
  onReplace: (code: string, successor: string) => void;
  onRemove: (code: string) => void;
}

/** Says which codes of the search left the catalogue, and offers what took their place. */
export function GoneCodes({ gone, onReplace, onRemove }: Props) {
  const { t } = useTranslation();
  if (gone.length === 0) return null;
  return (
    <Notice tone="warning" icon="info" announce title={t("gone.title", { count: gone.length })}>
      {t("gone.help")}
      <ul className={classes.list}>
        {gone.map(({ code, label, successor }) => (
          <li key={code}>
            <p className={classes.said}>
              {successor
                ? t("gone.replaced", { label, successor: successor.label })
                : t("gone.retired", { label })}
            </p>
            <div className={classes.actions}>
              {successor ? (
                <Button
                  size="compact-md"
                  aria-label={t("gone.replaceOf", { label, successor: successor.label })}
                  onClick={() => onReplace(code, successor.code)}
                >
                  {t("gone.replace")}
                </Button>
              ) : null}
              <Button
                size="compact-md"
                variant="default"
                aria-label={t("gone.removeOf", { label })}
                onClick={() => onRemove(code)}
              >
                {t("gone.remove")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
