import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/questions";
import { formatBytes } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { HELP_BELOW } from "@/ui/form";
import { AcceptedEditor } from "./AcceptedEditor";
import { ChoicesEditor } from "./ChoicesEditor";
import type { FileKind, QuestionDraft } from "./model/draft";
import classes from "./Quizzes.module.css";
import { RubricEditor } from "./RubricEditor";
import type { Faults } from "./useFaults";

const FILE_KINDS: FileKind[] = ["pdf", "image", "video", "document", "spreadsheet", "slides"];
const MEGABYTE = 1_000_000;
const SIZES = [MEGABYTE, 5 * MEGABYTE, 10 * MEGABYTE];
const FILM_SIZES = [100 * MEGABYTE, 1000 * MEGABYTE];

export interface AnswerProps {
  draft: QuestionDraft;
  faults: Faults;
  onChange: (patch: Partial<QuestionDraft>) => void;
}

/** What is expected, by the kind of the question. */
export function AnswerEditor(props: AnswerProps) {
  switch (props.draft.kind) {
    case "single":
    case "multiple":
      return <ChoicesEditor {...props} />;
    case "true_false":
      return <TrueFalseFields {...props} />;
    case "short_text":
      return <AcceptedEditor {...props} />;
    case "number":
      return <NumberFields {...props} />;
    case "long_text":
      return <LongTextFields {...props} />;
    case "file":
      return <FileFields {...props} />;
  }
}

function TrueFalseFields({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Choices<"true" | "false">
        legend={t("expectedAnswer.isTrue")}
        value={draft.isTrue ? "true" : "false"}
        choices={[
          { value: "true", label: t("quizWord.true") },
          { value: "false", label: t("quizWord.false") },
        ]}
        onChange={(value) => onChange({ isTrue: value === "true" })}
      />
      <div className={classes.fields}>
        <Textarea
          label={t("expectedAnswer.feedbackTrue")}
          autosize
          maxLength={2000}
          value={draft.feedbackTrue}
          error={faults.at("/answer/feedback_true")}
          onChange={(event) => onChange({ feedbackTrue: event.currentTarget.value })}
        />
        <Textarea
          label={t("expectedAnswer.feedbackFalse")}
          autosize
          maxLength={2000}
          value={draft.feedbackFalse}
          error={faults.at("/answer/feedback_false")}
          onChange={(event) => onChange({ feedbackFalse: event.currentTarget.value })}
        />
      </div>
    </Stack>
  );
}

function NumberFields({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <TextInput
        label={t("expectedAnswer.value")}
        required
        inputMode="decimal"
        value={draft.value}
        error={faults.at("/answer/value")}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <TextInput
        label={t("expectedAnswer.tolerance")}
        description={t("expectedAnswer.toleranceHelp")}
        inputWrapperOrder={HELP_BELOW}
        inputMode="decimal"
        value={draft.tolerance}
        error={faults.at("/answer/tolerance")}
        onChange={(event) => onChange({ tolerance: event.currentTarget.value })}
      />
      <TextInput
        label={t("expectedAnswer.unit")}
        description={t("expectedAnswer.unitHelp")}
        inputWrapperOrder={HELP_BELOW}
        maxLength={20}
        value={draft.unit}
        error={faults.at("/answer/unit")}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
    </div>
  );
}

function LongTextFields({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <TextInput
        maw="20rem"
        label={t("expectedAnswer.maxCharacters")}
        inputMode="numeric"
        value={draft.maxCharacters}
        error={faults.at("/answer/max_characters")}
        onChange={(event) => onChange({ maxCharacters: event.currentTarget.value })}
      />
      <RubricEditor draft={draft} faults={faults} onChange={onChange} />
    </Stack>
  );
}

function FileFields({ draft, faults, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const sizes = draft.kinds.includes("video") ? [...SIZES, ...FILM_SIZES] : SIZES;
  // What a file or another program wrote stays as it is, and is offered once.
  const own = formatBytes(draft.maxBytes);
  const offered = [...sizes.filter((size) => formatBytes(size) !== own), draft.maxBytes].sort(
    (one, other) => one - other,
  );
  return (
    <Stack>
      <Checkbox.Group
        label={t("expectedAnswer.fileKinds")}
        required
        withAsterisk={false}
        value={draft.kinds}
        error={faults.at("/answer/kinds")}
        onChange={(kinds) => onChange({ kinds: kinds as FileKind[] })}
      >
        <div className={classes.tags} style={{ gap: "0.6rem 1.2rem", paddingBlock: "0.4rem" }}>
          {FILE_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`quizWord.fileKind.${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.fields}>
        <NativeSelect
          label={t("expectedAnswer.maxBytes")}
          value={String(draft.maxBytes)}
          error={faults.at("/answer/max_bytes")}
          data={offered.map((size) => ({ value: String(size), label: formatBytes(size) }))}
          onChange={(event) => onChange({ maxBytes: Number(event.currentTarget.value) })}
        />
        <TextInput
          label={t("expectedAnswer.maxFiles")}
          inputMode="numeric"
          value={draft.maxFiles}
          error={faults.at("/answer/max_files")}
          onChange={(event) => onChange({ maxFiles: event.currentTarget.value })}
        />
      </div>
      <RubricEditor draft={draft} faults={faults} onChange={onChange} />
    </Stack>
  );
}
