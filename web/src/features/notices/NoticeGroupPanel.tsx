import { Button, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/notices";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { type NoticeGroup, waitingIn } from "./groups";
import { NoticeLine } from "./NoticeLine";
import classes from "./Notices.module.css";

interface Props {
  group: NoticeGroup;
  organisation: string;
  writable: boolean;
  /** Shows this training alone; left out when it is alone already. */
  onOnly?: (() => void) | undefined;
}

/** What the releases say otherwise than one training. */
export function NoticeGroupPanel(props: Props) {
  const { group, organisation, writable, onOnly } = props;
  const { t } = useTranslation();
  const { training, title, archived, notices } = group;
  const waiting = waitingIn(notices);
  const heading = `formation-${training}`;
  return (
    <Panel labelledBy={heading}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={2} id={heading}>
            {title}
          </Title>
          <span className={classes.count}>
            {archived ? <StateTag tone="warning">{t("notice.archivedTag")}</StateTag> : null}{" "}
            {waiting > 0
              ? t("notice.toDecide", { count: waiting })
              : t("notice.lines", { count: notices.length })}
          </span>
        </div>
        {onOnly ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={onOnly}
            aria-label={t("notice.onlyThisOf", { title })}
          >
            {t("notice.onlyThis")}
          </Button>
        ) : null}
      </div>
      {archived && waiting > 0 ? (
        <p className={classes.archived}>{t("notice.archivedHelp")}</p>
      ) : null}
      <ul className={classes.lines}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeLine
              notice={notice}
              organisation={organisation}
              writable={writable}
              archived={archived}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
