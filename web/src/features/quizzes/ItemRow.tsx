import { Button, TextInput } from "@mantine/core";
import type { ComponentPropsWithoutRef } from "react";
import { useTranslation } from "@/i18n/quizzes";
import { Icon } from "@/ui/Icon";
import { StateTag } from "@/ui/StateTag";
import { QuestionLink } from "./links";
import { typedOf } from "./model/number";
import type { ItemDraft } from "./model/quizDraft";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { TagField } from "./TagField";
import type { Faults } from "./useFaults";

interface Props {
  owner: Owner;
  item: ItemDraft;
  name: string;
  /** Where the server points when something is wrong with it. */
  pointer: string;
  faults: Faults;
  grip: ComponentPropsWithoutRef<"span">;
  first: boolean;
  last: boolean;
  onStep: (by: -1 | 1) => void;
  onChange: (change: Partial<ItemDraft>) => void;
  onRemove: () => void;
}

/** A question of a quiz, or some that are drawn: what it is, what it is worth here, what stands in the way of publishing it. */
export function ItemRow(props: Props) {
  const { owner, item, name, pointer, faults, grip, first, last } = props;
  const { t } = useTranslation();
  const { question, draw } = item;
  const told = [pointer, `${pointer}/question_id`, `${pointer}/draw`]
    .map(faults.at)
    .filter((message): message is string => message !== null);
  return (
    <div>
      <div className={classes.head}>
        <span className={classes.grip} title={t("quizEdit.drag")} aria-hidden="true" {...grip}>
          <Icon name="menu" size={16} />
        </span>
        <div className={classes.main}>
          {question ? (
            <>
              <QuestionLink owner={owner} question={question.id} className={classes.link ?? ""}>
                {name}
              </QuestionLink>
              <p className={`${classes.facts} ${classes.soft}`}>
                <span>{t(`quizWord.kind.${question.kind}`)}</span>
                <span>{t("quizEdit.version", { number: question.number })}</span>
                {question.archived ? (
                  <StateTag tone="warning">{t("quizList.state.archived")}</StateTag>
                ) : null}
              </p>
            </>
          ) : (
            <strong>{name}</strong>
          )}
          {told.map((message) => (
            <p key={message} className={classes.fault} role="alert">
              {message}
            </p>
          ))}
        </div>
        <TextInput
          w="8rem"
          size="sm"
          label={t(draw ? "quizEdit.pointsEach" : "quizEdit.points")}
          aria-label={t("quizEdit.pointsOf", { name })}
          inputMode="decimal"
          placeholder={question ? typedOf(question.points) : undefined}
          value={item.points}
          error={faults.at(`${pointer}/points`)}
          onChange={(event) => props.onChange({ points: event.currentTarget.value })}
        />
        <div className={classes.actions}>
          <Button
            variant="subtle"
            size="compact-sm"
            data-move="-1"
            disabled={first}
            aria-label={t("quizEdit.up", { name })}
            onClick={() => props.onStep(-1)}
          >
            <Icon name="arrowUp" size={16} />
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            data-move="1"
            disabled={last}
            aria-label={t("quizEdit.down", { name })}
            onClick={() => props.onStep(1)}
          >
            <Icon name="arrowDown" size={16} />
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("quizEdit.removeOf", { name })}
            onClick={props.onRemove}
          >
            {t("quizEdit.remove")}
          </Button>
        </div>
      </div>
      {draw ? (
        <div className={classes.fields}>
          <TextInput
            label={t("quizEdit.drawCount")}
            inputMode="numeric"
            value={draw.count}
            error={faults.at(`${pointer}/draw/count`)}
            onChange={(event) =>
              props.onChange({ draw: { ...draw, count: event.currentTarget.value } })
            }
          />
          <TagField
            owner={owner}
            label={t("quizEdit.drawTags")}
            description={t("quizEdit.drawTagsHelp")}
            pointer={`${pointer}/draw/tags`}
            tags={draw.tags}
            faults={faults}
            onChange={(tags) => props.onChange({ draw: { ...draw, tags } })}
          />
        </div>
      ) : null}
    </div>
  );
}
