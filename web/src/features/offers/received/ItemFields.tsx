import { Checkbox, Input, Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { formatBytes } from "@/lib/format";
import { paths } from "@/lib/paths";
import { formatPhone } from "@/lib/phone";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Contact, useContact } from "../contact/queries";
import { type ItemKey, proofKey, SINGLE } from "./model/items";
import classes from "./Received.module.css";
import { useShareableProofs } from "./shareQueries";
import type { ShareableProof } from "./types";

/** What is ticked, with what the company would read of it. */
export type Ticked = ReadonlyMap<ItemKey, string>;

interface Props {
  ticked: Ticked;
  onChange: (ticked: Ticked) => void;
  /** What is shared already: it is not offered again. */
  shared: ReadonlySet<ItemKey>;
  errors: ReadonlyMap<ItemKey, string>;
}

type Single = (typeof SINGLE)[number];

/** The items one could share, each with what it means and what the company would read; nothing is ticked by itself. */
export function ItemFields({ ticked, onChange, shared, errors }: Props) {
  const { t } = useTranslation();
  const contact = useContact();
  const proofs = useShareableProofs();
  const set = (key: ItemKey, value: string | null) => {
    const next = new Map(ticked);
    if (value === null) next.delete(key);
    else next.set(key, value);
    onChange(next);
  };
  if (!contact.data) {
    return contact.isError ? (
      <ProblemNotice error={contact.error} onRetry={() => void contact.refetch()} />
    ) : (
      <Skeleton height={260} role="img" aria-label={t("state.loading")} />
    );
  }
  const mine = contact.data;
  return (
    <Stack>
      <div>
        {SINGLE.filter((key) => !shared.has(key)).map((key) => (
          <SingleItem
            key={key}
            kind={key}
            contact={mine}
            isTicked={ticked.has(key)}
            error={errors.get(key)}
            onChange={(value) => set(key, value)}
          />
        ))}
      </div>
      <Input.Wrapper
        labelElement="div"
        label={t("myOffer.items.proofs")}
        description={t("myOffer.items.proofsHelp")}
      >
        <Stack gap={0} mt="sm">
          <PagedList
            list={proofs}
            height={64}
            none={<Text size="sm">{t("myOffer.items.noProofs")}</Text>}
          >
            {(items) =>
              items
                .filter(({ id }) => !shared.has(proofKey(id)))
                .map((proof) => (
                  <ProofItem
                    key={proof.id}
                    proof={proof}
                    isTicked={ticked.has(proofKey(proof.id))}
                    error={errors.get(proofKey(proof.id))}
                    onChange={(value) => set(proofKey(proof.id), value)}
                  />
                ))
            }
          </PagedList>
        </Stack>
      </Input.Wrapper>
    </Stack>
  );
}

interface ItemProps {
  isTicked: boolean;
  error: string | undefined;
  /** What the company would read; null: it is not shared after all. */
  onChange: (value: string | null) => void;
}

interface SingleProps extends ItemProps {
  kind: Single;
  contact: Contact;
}

function SingleItem({ kind, contact, isTicked, error, onChange }: SingleProps) {
  const { t } = useTranslation();
  const { phone, email, cv } = contact;
  const name = t(`myOffer.items.${kind}`);
  const values: Record<Single, string | null> = {
    phone: phone ? formatPhone(phone) : null,
    email,
    cv: cv && cv.scan !== "infected" ? `${cv.name} (${formatBytes(cv.bytes)})` : null,
    passport: t("myOffer.items.passportValue"),
  };
  const value = values[kind];
  const missing = value === null ? <Missing kind={kind} isInfected={Boolean(cv)} /> : null;
  return (
    <Item
      label={name}
      help={t(`myOffer.items.${kind}Help`)}
      value={value}
      isTicked={isTicked}
      error={error}
      onChange={(on) => onChange(on ? `${name}\u00a0: ${value}` : null)}
      note={
        missing ?? (kind === "cv" && cv?.scan === "pending" ? t("myOffer.items.cvWaiting") : null)
      }
    />
  );
}

function Missing({ kind, isInfected }: { kind: Single; isInfected: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === "phone"
        ? t("myOffer.items.noPhone")
        : t(isInfected ? "myOffer.items.cvInfected" : "myOffer.items.noCv")}{" "}
      <Link to={paths.contactDetails} target="_blank">
        {t("myOffer.items.toContact")}
      </Link>
    </>
  );
}

function ProofItem({ proof, isTicked, error, onChange }: ItemProps & { proof: ShareableProof }) {
  const { t } = useTranslation();
  const { name, shown, is_masked: isMasked } = proof;
  const failed = shown === "infected" || shown === "error" || shown === "removed";
  const value = `${name} (${formatBytes(proof.bytes)})${isMasked ? `, ${t("myOffer.items.masked")}` : ""}`;
  return (
    <Item
      label={name}
      help={t("myOffer.items.proofOf", { title: proof.experience_title })}
      value={failed ? null : value}
      isTicked={isTicked}
      error={error}
      onChange={(on) => onChange(on ? value : null)}
      note={
        failed
          ? t("myOffer.items.proofFailed")
          : shown === "waiting"
            ? t("myOffer.items.proofWaiting")
            : null
      }
    />
  );
}

interface Drawn {
  label: string;
  help: string;
  value: string | null;
  isTicked: boolean;
  error: string | undefined;
  note: ReactNode;
  onChange: (on: boolean) => void;
}

function Item({ label, help, value, isTicked, error, note, onChange }: Drawn) {
  const { t } = useTranslation();
  return (
    <div className={classes.item}>
      <Checkbox
        label={label}
        description={
          <>
            {help}
            {value === null ? null : (
              <span className={classes.value}>{t("myOffer.items.shown", { value })}</span>
            )}
          </>
        }
        disabled={value === null}
        checked={isTicked && value !== null}
        error={error}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {note ? <div className={classes.note}>{note}</div> : null}
    </div>
  );
}
