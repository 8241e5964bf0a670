import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/home";
import { paths } from "@/lib/paths";
import { landing } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";
import { Icon, type IconName } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { HomeExample } from "./HomeExample";
import classes from "./HomePage.module.css";

/** What Carnet is, for whom, and the way in. */
export function HomePage() {
  const { t } = useTranslation();
  const standing = useStanding();
  return (
    <div className={classes.page}>
      <section className={classes.hero}>
        <div className={classes.words}>
          <div className={classes.title}>
            <PageTitle title={t("home.title")} tab={t("home.tab")} />
          </div>
          <p className={classes.lead}>{t("home.lead")}</p>
          <div className={classes.actions}>
            {standing ? (
              <Button component={Link} to={landing(standing)} size="lg">
                {t("home.enter")}
              </Button>
            ) : (
              <>
                <Button component={Link} to={paths.register} size="lg">
                  {t("home.register")}
                </Button>
                <Button component={Link} to={paths.login} size="lg" variant="default">
                  {t("home.login")}
                </Button>
              </>
            )}
          </div>
        </div>
        <HomeExample />
      </section>

      <section aria-labelledby="pour-qui" className={classes.audiences}>
        <h2 id="pour-qui">{t("home.audiences")}</h2>
        <ul>
          <Audience icon="search" title={t("home.recruiters")} text={t("home.recruitersText")} />
          <Audience icon="user" title={t("home.people")} text={t("home.peopleText")} />
          <Audience
            icon="seal"
            title={t("home.organisations")}
            text={t("home.organisationsText")}
          />
        </ul>
      </section>

      <section aria-labelledby="principes" className={classes.principles}>
        <h2 id="principes">{t("home.principles")}</h2>
        <dl>
          <div>
            <dt>{t("home.exact")}</dt>
            <dd>{t("home.exactText")}</dd>
          </div>
          <div>
            <dt>{t("home.consent")}</dt>
            <dd>{t("home.consentText")}</dd>
          </div>
          <div>
            <dt>{t("home.open")}</dt>
            <dd>{t("home.openText")}</dd>
          </div>
        </dl>
      </section>
    </div>
  );
}

function Audience({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <li>
      <span className={classes.icon}>
        <Icon name={icon} size={22} />
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
    </li>
  );
}
