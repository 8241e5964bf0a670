import { Icon } from "@/ui/Icon";
import classes from "./Fault.module.css";

/** What is wrong with something that is not a field. Found by `data-fault` to be brought into view. */
export function Fault({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className={classes.fault} data-fault tabIndex={-1}>
      <Icon name="alert" size={16} />
      {text}
    </p>
  );
}

/** Brings the first thing to correct into view, with the keyboard on it. */
export function focusFirstFault(): void {
  // Once what the answer changed is drawn.
  setTimeout(() => {
    const first = document.querySelector<HTMLElement>(
      'main [aria-invalid="true"], main [data-fault]',
    );
    first?.focus();
  });
}
