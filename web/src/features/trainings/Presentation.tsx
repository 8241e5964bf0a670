import { NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { memo, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/writing";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./Lines.module.css";
import { type Draft, TEXTS, type TextName } from "./model/draft";
import type { Faults } from "./model/faults";
import { Section } from "./Section";
import type { Edit } from "./useEditor";
import { NATURES, natureName, textName } from "./words";

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 5000;
/** The public information that quality rules ask for: everything but the description. */
const PUBLIC = TEXTS.filter((name) => name !== "description");

interface Props {
  title: Draft["title"];
  nature: Draft["nature"];
  texts: Draft["texts"];
  faults: Faults;
  edit: Edit;
}

/** The title, the nature of the action and the texts people read before they choose a training. */
export const Presentation = memo(function Presentation(props: Props) {
  const { title, nature, texts, faults, edit } = props;
  const { t } = useTranslation();
  const filled = PUBLIC.filter((name) => texts[name].trim() !== "").length;
  const text = (name: TextName) => (
    <Textarea
      key={name}
      label={textName(t, name)}
      description={t(`writing.text.${name}.help`)}
      autosize
      minRows={2}
      maxRows={16}
      maxLength={LONGEST_TEXT}
      value={texts[name]}
      error={faults[`texts.${name}`]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        edit((draft) => ({ ...draft, texts: { ...draft.texts, [name]: value } }));
      }}
    />
  );
  return (
    <Section id="presentation" title={t("training.section.presentation")}>
      <TextInput
        label={t("training.title")}
        description={t("writing.titleHelp")}
        required
        maxLength={LONGEST_TITLE}
        value={title}
        error={faults.title}
        onChange={(event) => {
          const value = event.currentTarget.value;
          edit((draft) => ({ ...draft, title: value }));
        }}
      />
      <NativeSelect
        size="md"
        label={t("training.nature")}
        description={t("writing.natureHelp")}
        data={NATURES.map((value) => ({ value, label: natureName(t, value) }))}
        value={nature}
        error={faults.nature}
        onChange={(event) => {
          const chosen = NATURES.find((known) => known === event.currentTarget.value);
          if (chosen) edit((draft) => ({ ...draft, nature: chosen }));
        }}
      />
      {text("description")}
      <OpenOnFault fault={PUBLIC.some((name) => faults[`texts.${name}`] !== undefined)}>
        {(key, open) => (
          <Disclosure
            key={key}
            open={open}
            label={t("writing.public.title")}
            aside={
              <span className={classes.aside}>
                {t("writing.public.filled", { filled, total: PUBLIC.length })}
              </span>
            }
          >
            <Stack>{PUBLIC.map(text)}</Stack>
          </Disclosure>
        )}
      </OpenOnFault>
    </Section>
  );
});

interface OpenProps {
  fault: boolean;
  children: (key: number, open: boolean) => ReactNode;
}

/** Unfolds what is folded when a fault stands in it, and leaves it so while it is corrected. */
function OpenOnFault({ fault, children }: OpenProps) {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (fault) setTimes((before) => before + 1);
  }, [fault]);
  return children(times, times > 0);
}
