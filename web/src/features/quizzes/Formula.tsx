import { useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/quizWords";
import classes from "./Statement.module.css";

/**
 * A formula, drawn as MathML, which browsers and screen readers know by themselves: neither fonts nor styles come along. What
 * reads the TeX is loaded with the first formula of a page.
 */
export function Formula({ tex }: { tex: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");
  useEffect(() => {
    let wanted = true;
    const draw = async () => {
      const { render } = (await import("katex")).default;
      if (!wanted || !box.current) return;
      render(tex, box.current, { displayMode: true, output: "mathml", throwOnError: true });
      setState("drawn");
    };
    draw().catch(() => wanted && setState("failed"));
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a formula wider than the screen is moved through by keyboard
    <div className={classes.formula} tabIndex={0}>
      <div ref={box} hidden={state !== "drawn"} />
      {state === "drawn" ? null : <code>{tex}</code>}
      {state === "failed" ? <p role="note">{t("quizWord.formulaUnread")}</p> : null}
    </div>
  );
}
