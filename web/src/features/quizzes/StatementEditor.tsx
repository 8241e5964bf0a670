import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { moved } from "@/lib/order";
import { FileUpload } from "@/ui/FileUpload";
import { Icon } from "@/ui/Icon";
import { questionImage } from "./bankQueries";
import { Formula } from "./Formula";
import { type BlockDraft, type BlockType, newBlock } from "./model/draft";
import { filesOf, type Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { Statement } from "./Statement";
import type { Faults } from "./useFaults";

const TYPES: BlockType[] = ["text", "image", "code", "formula"];

interface Props {
  owner: Owner;
  /** Null while it was never saved. */
  question: string | null;
  blocks: BlockDraft[];
  faults: Faults;
  onChange: (blocks: BlockDraft[]) => void;
}

/** The parts of a statement: written one below the other, moved by buttons. */
export function StatementEditor({ owner, question, blocks, faults, onChange }: Props) {
  const { t } = useTranslation();
  const patch = (key: string, change: Partial<BlockDraft>) =>
    onChange(blocks.map((block) => (block.key === key ? { ...block, ...change } : block)));
  return (
    <Stack>
      {faults.at("/statement") ? <p className={classes.fault}>{faults.at("/statement")}</p> : null}
      {blocks.map((block, place) => {
        const pointer = `/statement/${place}`;
        const name = t("statementPart.name", {
          number: place + 1,
          type: t(`statementPart.type.${block.type}`),
        });
        return (
          <fieldset
            key={block.key}
            className={classes.part}
            data-faulty={faults.within(pointer) || undefined}
            aria-label={name}
          >
            <div className={classes.toolbar}>
              <strong>{name}</strong>
              <div className={classes.actions}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={place === 0}
                  aria-label={t("statementPart.up", { name })}
                  onClick={() => onChange([...moved(blocks, place, place - 1)])}
                >
                  <Icon name="arrowUp" size={16} />
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={place === blocks.length - 1}
                  aria-label={t("statementPart.down", { name })}
                  onClick={() => onChange([...moved(blocks, place, place + 1)])}
                >
                  <Icon name="arrowDown" size={16} />
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("statementPart.remove", { name })}
                  onClick={() => onChange(blocks.filter(({ key }) => key !== block.key))}
                >
                  {t("statementPart.removeShort")}
                </Button>
              </div>
            </div>
            <BlockFields
              owner={owner}
              question={question}
              block={block}
              pointer={pointer}
              faults={faults}
              onChange={(change) => patch(block.key, change)}
            />
          </fieldset>
        );
      })}
      <Group gap="xs">
        {TYPES.map((type) => (
          <Button
            key={type}
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => onChange([...blocks, newBlock(type)])}
          >
            {t(`statementPart.add.${type}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

interface FieldsProps {
  owner: Owner;
  question: string | null;
  block: BlockDraft;
  pointer: string;
  faults: Faults;
  onChange: (change: Partial<BlockDraft>) => void;
}

function BlockFields(props: FieldsProps) {
  const { block, pointer, faults, onChange } = props;
  const { t } = useTranslation();
  if (block.type === "image") return <ImageFields {...props} />;
  const isFormula = block.type === "formula";
  const isCode = block.type === "code";
  return (
    <>
      {isCode ? (
        <TextInput
          label={t("statementPart.language")}
          description={t("statementPart.languageHelp")}
          maxLength={40}
          value={block.language}
          error={faults.at(`${pointer}/language`)}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={t(`statementPart.field.${block.type}`)}
        description={isFormula ? t("statementPart.formulaHelp") : undefined}
        autosize
        minRows={isFormula ? 1 : 3}
        maxLength={5000}
        value={block.text}
        error={faults.at(isFormula ? `${pointer}/tex` : `${pointer}/text`)}
        styles={isCode || isFormula ? { input: { fontFamily: "monospace" } } : undefined}
        spellCheck={!isCode && !isFormula}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {isFormula && block.text.trim() !== "" ? <Formula tex={block.text} /> : null}
    </>
  );
}

function ImageFields({ owner, question, block, pointer, faults, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const [card, setCard] = useState<FileCard | null>(null);
  const fault = faults.at(`${pointer}/file_id`);
  // What was saved with the question is shown; what was just sent is named by its card.
  const saved = block.file !== null && card === null && question !== null;
  return (
    <>
      {saved && block.file ? (
        <>
          <Statement
            blocks={[
              { type: "image", file_id: block.file.id, alt: block.alt || t("statementPart.noAlt") },
            ]}
            images={questionImage(owner, question)}
          />
          {fault ? <p className={classes.fault}>{fault}</p> : null}
          <Group>
            <Button variant="default" size="sm" onClick={() => onChange({ file: null })}>
              {t("statementPart.otherImage")}
            </Button>
          </Group>
        </>
      ) : (
        <FileUpload
          label={t("statementPart.image")}
          path={filesOf(owner)}
          purpose="question_image"
          value={card}
          error={fault ?? undefined}
          required
          onChange={(next) => {
            setCard(next);
            onChange({ file: next ? { id: next.id, name: next.name } : null });
          }}
        />
      )}
      <TextInput
        label={t("statementPart.alt")}
        description={t("statementPart.altHelp")}
        required
        maxLength={500}
        value={block.alt}
        error={faults.at(`${pointer}/alt`)}
        onChange={(event) => onChange({ alt: event.currentTarget.value })}
      />
    </>
  );
}
