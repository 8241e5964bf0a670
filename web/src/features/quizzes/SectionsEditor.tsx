import { Button, Group, Stack, Textarea, TextInput, VisuallyHidden } from "@mantine/core";
import { lazy, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/quizzes";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { useDragOrder } from "@/ui/useDragOrder";
import { ItemRow } from "./ItemRow";
import { dragged, flatPlace, stepped } from "./model/itemOrder";
import {
  drawItem,
  type ItemDraft,
  newSection,
  questionItem,
  type SectionDraft,
} from "./model/quizDraft";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import type { Faults } from "./useFaults";

const QuestionAdder = lazy(async () => ({
  default: (await import("./QuestionAdder")).QuestionAdder,
}));

const MOST_SECTIONS = 20;

interface Props {
  owner: Owner;
  sections: SectionDraft[];
  faults: Faults;
  onChange: (sections: SectionDraft[]) => void;
}

/** What a quiz asks, part by part: moved by dragging or by buttons, over the edges of parts too. */
export function SectionsEditor({ owner, sections, faults, onChange }: Props) {
  const { t } = useTranslation();
  const [told, setTold] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<{ key: string; by: -1 | 1 } | null>(null);

  // The button that moved a row keeps the focus, wherever the row went.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useLayoutEffect(() => {
    const last = held.current;
    held.current = null;
    if (!last) return;
    const row = box.current?.querySelector(`[data-item="${last.key}"]`);
    const button = row?.querySelector<HTMLButtonElement>(`[data-move="${last.by}"]`);
    const other = row?.querySelector<HTMLButtonElement>(`[data-move="${-last.by}"]`);
    (button?.disabled ? other : button)?.focus();
  }, [sections]);

  const drag = useDragOrder((from, to) => onChange([...dragged(sections, from, to)]));
  const patch = (key: string, change: Partial<SectionDraft>) =>
    onChange(sections.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const asked = new Set(
    sections.flatMap(({ items }) =>
      items.flatMap(({ question }) => (question ? [question.id] : [])),
    ),
  );
  const nameOf = ({ question }: ItemDraft) => question?.title || t("quizEdit.draw");

  const step = (section: number, item: number, by: -1 | 1) => {
    const one = sections[section]?.items[item];
    const next = stepped(sections, { section, item }, by);
    if (!one || next === sections) return;
    held.current = { key: one.key, by };
    onChange([...next]);
    const into = next.findIndex(({ items }) => items.some(({ key }) => key === one.key));
    const place = next[into]?.items.findIndex(({ key }) => key === one.key) ?? 0;
    setTold(t("quizEdit.moved", { title: nameOf(one), place: place + 1, part: into + 1 }));
  };

  return (
    <Stack ref={box}>
      {faults.at("/sections") ? (
        <p className={classes.fault} role="alert">
          {faults.at("/sections")}
        </p>
      ) : null}
      {sections.map((section, at) => {
        const pointer = `/sections/${at}`;
        const name = t("quizEdit.part", { number: at + 1 });
        const add = (item: ItemDraft) => patch(section.key, { items: [...section.items, item] });
        return (
          <section
            key={section.key}
            className={classes.part}
            data-faulty={faults.within(pointer) || undefined}
            aria-label={name}
          >
            <div className={classes.toolbar}>
              <strong>{name}</strong>
              {sections.length > 1 && section.items.length === 0 ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("quizEdit.removePartOf", { name })}
                  onClick={() => onChange(sections.filter(({ key }) => key !== section.key))}
                >
                  {t("quizEdit.removePart")}
                </Button>
              ) : null}
            </div>
            <div className={classes.fields}>
              <TextInput
                label={t("quizEdit.partTitle")}
                maxLength={200}
                value={section.title}
                error={faults.at(`${pointer}/title`)}
                onChange={(event) => patch(section.key, { title: event.currentTarget.value })}
              />
              <Textarea
                label={t("quizEdit.partInstructions")}
                autosize
                maxLength={5000}
                value={section.instructions}
                error={faults.at(`${pointer}/instructions`)}
                onChange={(event) =>
                  patch(section.key, { instructions: event.currentTarget.value })
                }
              />
            </div>
            {faults.at(`${pointer}/items`) ? (
              <p className={classes.fault} role="alert">
                {faults.at(`${pointer}/items`)}
              </p>
            ) : null}
            <ol className={classes.rows}>
              {section.items.map((item, place) => {
                const flat = flatPlace(sections, at, place);
                return (
                  <li key={item.key} data-item={item.key} {...drag.row(flat)}>
                    <ItemRow
                      owner={owner}
                      item={item}
                      name={nameOf(item)}
                      pointer={`${pointer}/items/${place}`}
                      faults={faults}
                      grip={drag.handle(flat)}
                      first={at === 0 && place === 0}
                      last={at === sections.length - 1 && place === section.items.length - 1}
                      onStep={(by) => step(at, place, by)}
                      onChange={(change) =>
                        patch(section.key, {
                          items: section.items.map((one) =>
                            one.key === item.key ? { ...one, ...change } : one,
                          ),
                        })
                      }
                      onRemove={() => {
                        patch(section.key, {
                          items: section.items.filter(({ key }) => key !== item.key),
                        });
                        setTold(t("quizEdit.removed", { title: nameOf(item) }));
                      }}
                    />
                  </li>
                );
              })}
            </ol>
            <Later height={66}>
              <QuestionAdder
                owner={owner}
                part={name}
                taken={asked}
                onPick={(question) => {
                  add(questionItem(question));
                  setTold(t("quizEdit.added", { title: question.title }));
                }}
              />
            </Later>
            <Group>
              <Button
                variant="default"
                size="sm"
                leftSection={<Icon name="plus" size={16} />}
                aria-label={t("quizEdit.addDrawTo", { name })}
                onClick={() => add(drawItem())}
              >
                {t("quizEdit.addDraw")}
              </Button>
            </Group>
          </section>
        );
      })}
      <Group>
        <Button
          variant="default"
          size="sm"
          disabled={sections.length >= MOST_SECTIONS}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange([...sections, newSection()])}
        >
          {t("quizEdit.addPart")}
        </Button>
      </Group>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </Stack>
  );
}
