import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n";
import { paths } from "@/lib/paths";
import classes from "./Shell.module.css";

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerInner}>
        <span>{t("footer.line")}</span>
        <div className={classes.footerLinks}>
          <Anchor component={Link} to={paths.reference} c="inherit" size="sm">
            {t("footer.reference")}
          </Anchor>
          <Anchor component={Link} to={paths.verifier} c="inherit" size="sm">
            {t("footer.verifier")}
          </Anchor>
          <Anchor component={Link} to={paths.legal} c="inherit" size="sm">
            {t("footer.legal")}
          </Anchor>
        </div>
      </div>
    </footer>
  );
}
