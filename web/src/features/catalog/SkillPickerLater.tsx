import { type ComponentProps, lazy } from "react";
import { Later } from "@/ui/Later";

const SkillPicker = lazy(async () => ({ default: (await import("./SkillPicker")).SkillPicker }));

/** The picker of skills where it is one field among others: its page does not wait for it. */
export function SkillPickerLater(props: ComponentProps<typeof SkillPicker>) {
  return (
    <Later height={66}>
      <SkillPicker {...props} />
    </Later>
  );
}
