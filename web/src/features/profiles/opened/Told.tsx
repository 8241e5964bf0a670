import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/openedProfile";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import classes from "./Opened.module.css";

interface Props {
  /** Whether the name is not shown. */
  withheld: boolean;
  /** Whether the person was put on a list meanwhile, which gives them their name. */
  listed: boolean;
  /** Whether the profile is being opened again. */
  opening: boolean;
  onOpen: () => void;
}

/** That the person sees this opening; and what opens their name, where it is withheld. */
export function Told({ withheld, listed, opening, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice icon="eye" title={t("openedProfile.told")}>
        {t("openedProfile.toldHelp")}
      </Notice>
      {withheld && !listed ? (
        <p className={classes.withheld}>
          <Icon name="eyeOff" size={16} />
          <span>{t("openedProfile.withheld")}</span>
        </p>
      ) : null}
      {withheld && listed ? (
        <Notice
          icon="check"
          announce
          title={t("openedProfile.listed")}
          actions={
            <Button size="sm" variant="default" loading={opening} onClick={onOpen}>
              {t("openedProfile.showName")}
            </Button>
          }
        >
          {t("openedProfile.listedHelp")}
        </Notice>
      ) : null}
    </>
  );
}
