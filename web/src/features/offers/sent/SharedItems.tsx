import { Anchor, Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/sentOffers";
import { formatBytes, formatDay } from "@/lib/format";
import { formatPhone } from "@/lib/phone";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { SharedItem } from "../shared/types";
import { sharedFile } from "./queries";
import classes from "./Sent.module.css";

interface Props {
  items: SharedItem[];
  passport: (share: string) => ReactNode;
}

/** What somebody shares, item by item; what they took back is said, and shows nothing. */
export function SharedItems({ items, passport }: Props) {
  const { t } = useTranslation();
  return (
    <dl className={classes.shared}>
      {items.map((item) => (
        <div key={item.share} className={classes.item}>
          <dt>{t(`offerShared.kind.${item.kind}`)}</dt>
          <dd>
            {item.state === "withdrawn" ? (
              <span className={classes.withdrawn}>
                {t("offerShared.withdrawn", { date: formatDay(item.since) })}
              </span>
            ) : (
              <>
                <Value item={item} passport={passport} />
                {item.until ? (
                  <span className={classes.until}>
                    {t("offerShared.until", { date: formatDay(item.until) })}
                  </span>
                ) : null}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ item, passport }: { item: SharedItem; passport: Props["passport"] }) {
  const { t } = useTranslation();
  const { kind, value, file, share } = item;
  switch (kind) {
    case "phone":
      return value ? <Anchor href={`tel:${value}`}>{formatPhone(value)}</Anchor> : null;
    case "email":
      return value ? <Anchor href={`mailto:${value}`}>{value}</Anchor> : null;
    case "passport":
      return <Passport share={share} passport={passport} />;
    default:
      return file ? (
        <FileLink share={share} name={file.name} bytes={file.bytes} />
      ) : (
        <span className={classes.withdrawn}>{t("offerShared.soon")}</span>
      );
  }
}

function FileLink({ share, name, bytes }: { share: string; name: string; bytes: number }) {
  const { t } = useTranslation();
  const run = useDownload(() => sharedFile(share, name));
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={run.isPending}
        onClick={() => run.mutate(undefined)}
      >
        {t("offerShared.file", { name, size: formatBytes(bytes) })}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}

function Passport({ share, passport }: { share: string; passport: Props["passport"] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(open ? "offerShared.hidePassport" : "offerShared.showPassport")}
      </Button>
      {open ? <div className={classes.passport}>{passport(share)}</div> : null}
    </>
  );
}
