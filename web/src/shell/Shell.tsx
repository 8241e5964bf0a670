import { Outlet } from "@tanstack/react-router";
import { useLive } from "@/api/useLive";
import { useTranslation } from "@/i18n";
import { ErasureBanner } from "./ErasureBanner";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { Outbox } from "./Outbox";
import classes from "./Shell.module.css";
import { StatusBanner } from "./StatusBanner";

/** What every page stands in: the way to skip ahead, the header, the page, the footer. */
export function Shell() {
  const { t } = useTranslation();
  useLive();
  return (
    <div className={classes.shell}>
      <a className="skip-link" href="#contenu">
        {t("shell.skip")}
      </a>
      <Header />
      <StatusBanner />
      <ErasureBanner />
      <Outbox />
      <main id="contenu" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
