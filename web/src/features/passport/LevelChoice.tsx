import { type Translate, useTranslation } from "@/i18n/passport";
import { LEVELS, levelName, spokenLevel } from "@/record/levels";
import { Choices } from "@/ui/Choices";
import classes from "./LevelChoice.module.css";

interface Props {
  legend: string;
  value: number;
  onChange: (level: number) => void;
}

/** The common scale, each level with a sentence that says what it means. */
export function LevelChoice({ legend, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <Choices<string>
        legend={legend}
        value={String(value)}
        onChange={(level) => onChange(Number(level))}
        choices={LEVELS.map((level) => ({
          value: String(level),
          label: (
            <span className={classes.step}>
              <strong>{level}</strong> {levelName(t, level)}
            </span>
          ),
          spoken: `${spokenLevel(t, level)}. ${meaning(t, level)}`,
        }))}
      />
      <p className={classes.meaning}>{meaning(t, value)}</p>
    </div>
  );
}

function meaning(t: Translate, level: number): string {
  switch (level) {
    case 1:
      return t("declare.meaning.1");
    case 2:
      return t("declare.meaning.2");
    case 3:
      return t("declare.meaning.3");
    default:
      return t("declare.meaning.4");
  }
}
