import { Input, Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { discardFile, getFileRules, getMyFile, type KindRule, type Purpose } from "@/api/files";
import { asProblem } from "@/api/problem";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n";
import classes from "./FileUpload.module.css";
import { Sending, Sent } from "./FileUploadStages";
import { acceptOf, type Fault, faultOf, kindsOf, limitsOf } from "./fileRules";
import { ProblemNotice } from "./ProblemNotice";
import { type Upload, useUpload } from "./useUpload";

/** How often the antivirus is asked about. */
const LOOK_EVERY_MS = 2_000;

/** A file that was chosen and is not there yet: on its way, or it did not get through. */
export type Underway = "sending" | "failed" | null;

interface Props {
  label: string;
  description?: string;
  /** Where it is sent: `MY_FILES`, or `organisationFiles(id)`. */
  path: string;
  /** What it is for: it decides which kinds are taken. */
  purpose: Purpose;
  /** Leaves of these kinds those that are taken here, up to the size that is taken here. */
  narrow?: (kinds: readonly KindRule[]) => KindRule[];
  /** The file that was sent; its id goes into the request that uses it. */
  value: FileCard | null;
  onChange: (card: FileCard | null) => void;
  /** Told whether a file is still awaited: what is saved meanwhile is saved without it. */
  onUnderway?: (underway: Underway) => void;
  /** The fault that the request found with it. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Chooses a file, by hand or by dropping it, sends it at once, and shows how far it is. */
export function FileUpload(props: Props) {
  const { label, description, path, purpose, value, onChange, error, required, disabled } = props;
  const { onUnderway } = props;
  const { t } = useTranslation();
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const rules = useQuery({ queryKey: ["file-rules"], queryFn: getFileRules, staleTime: 3_600_000 });
  const all = rules.data?.purposes.find((one) => one.purpose === purpose)?.kinds ?? [];
  const kinds = props.narrow ? props.narrow(all) : all;
  const upload = useUpload(path, onChange);
  useScan(value, onChange);
  const stage = upload.sending ? "sending" : value ? "sent" : "empty";
  const home = useFocusKept(stage);
  useTold(upload.sending ? "sending" : upload.error ? "failed" : null, onUnderway);
  const announcement = upload.sending
    ? t("upload.sending", { name: upload.sending.name })
    : value && value.scan !== "infected"
      ? t("upload.sent", { name: value.name })
      : "";

  const choose = (files: File[]) => {
    const [file] = files;
    if (!file) return;
    upload.forget();
    const found = faultOf(file, kinds);
    if (files.length > 1) setFault(t("upload.single"));
    else if (found) setFault(wordsOf(found));
    else {
      setFault(null);
      void upload.start(file);
    }
  };

  const wordsOf = (found: Fault): string => {
    if (found.code === "type") return t("upload.type", { kinds: found.kinds });
    if (found.code === "empty") return t("upload.empty");
    return t("upload.tooLarge", { size: found.size, limit: found.limit });
  };

  const remove = () => {
    // What cannot be taken back now goes by itself within a day.
    if (value && value.purpose === null) discardFile(value.id).catch(() => undefined);
    setFault(null);
    onChange(null);
  };

  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={label}
      description={description}
      error={fault ?? error}
      required={required}
    >
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      <div ref={home} tabIndex={-1} className={classes.home}>
        {stage === "sending" && upload.sending ? (
          <Sending sending={upload.sending} onCancel={upload.cancel} />
        ) : null}
        {stage === "sent" && value ? (
          <Sent card={value} disabled={disabled} onRemove={remove} />
        ) : null}
        {stage === "empty" ? (
          <Chooser
            id={id}
            kinds={kinds}
            faulty={Boolean(fault ?? error)}
            described={[description && `${id}-description`, (fault ?? error) && `${id}-error`]}
            disabled={disabled || !rules.isSuccess}
            onChoose={choose}
          />
        ) : null}
      </div>
      {rules.isError ? (
        <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} />
      ) : null}
      {upload.error ? <ProblemNotice error={upload.error} {...retryOf(upload)} /> : null}
    </Input.Wrapper>
  );
}

/** Sending the same again helps only against what passes. */
const retryOf = ({ error, retry }: Upload) =>
  retry && asProblem(error).temporary ? { onRetry: () => void retry() } : {};

/** What had the focus may go with its stage: then the place itself takes it, and the next key goes on from there. */
function useFocusKept(stage: string) {
  const home = useRef<HTMLDivElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage && document.activeElement === document.body) home.current?.focus();
    before.current = stage;
  }, [stage]);
  return home;
}

/** Tells the form, also that nothing is awaited any more once the field is gone. */
function useTold(underway: Underway, onUnderway: Props["onUnderway"]): void {
  useEffect(() => {
    onUnderway?.(underway);
    return () => onUnderway?.(null);
  }, [underway, onUnderway]);
}

/** Asks what the antivirus says, until it has spoken. */
function useScan(value: FileCard | null, onChange: (card: FileCard) => void): void {
  const waiting = value?.scan === "pending";
  const { data } = useQuery({
    queryKey: ["my-file", value?.id],
    queryFn: () => getMyFile(value?.id ?? ""),
    enabled: waiting,
    refetchInterval: waiting ? LOOK_EVERY_MS : false,
  });
  const scan = data && data.id === value?.id ? data.scan : undefined;
  useEffect(() => {
    if (value && scan && scan !== value.scan) onChange({ ...value, scan });
  }, [value, scan, onChange]);
}

interface ChooserProps {
  id: string;
  kinds: KindRule[];
  faulty: boolean;
  described: (string | false | undefined)[];
  disabled: boolean | undefined;
  onChoose: (files: File[]) => void;
}

function Chooser({ id, kinds, faulty, described, disabled, onChoose }: ChooserProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { size, video } = limitsOf(kinds);
  const names = kindsOf(kinds);
  const limits =
    size && video
      ? t("upload.limitsOfVideo", { kinds: names, size, video })
      : t("upload.limits", { kinds: names, size: size ?? video ?? "" });

  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver && !disabled);
  };

  return (
    // Dropping is for those who have a mouse; everybody else has the input.
    // biome-ignore lint/a11y/noStaticElementInteractions: the input inside does the same
    <div
      className={classes.zone}
      data-over={over || undefined}
      data-faulty={faulty || undefined}
      data-disabled={disabled || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        if (!disabled) onChoose([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        id={id}
        type="file"
        className={classes.input}
        accept={acceptOf(kinds)}
        disabled={disabled}
        aria-invalid={faulty || undefined}
        aria-describedby={[...described, `${id}-limits`].filter(Boolean).join(" ")}
        onChange={(event) => {
          onChoose([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <span className={classes.invitation}>
        <span className={classes.button} aria-hidden="true">
          {t("upload.choose")}
        </span>
        <span className={classes.drop} aria-hidden="true">
          {t("upload.drop")}
        </span>
      </span>
      <Text id={`${id}-limits`} size="sm" c="dimmed">
        {kinds.length > 0 ? limits : ""}
      </Text>
    </div>
  );
}
