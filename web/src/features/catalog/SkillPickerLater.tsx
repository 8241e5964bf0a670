import { type ComponentProps, lazy } from "react";
import { Later } from "@/ui/Later";

const load = () => import("./SkillPicker");
const SkillPicker = lazy(async () => ({ default: (await load()).SkillPicker }));

/** Has it at hand once the page is there: what leads to it by a key finds it. */
export const preloadSkillPicker = (): void => {
  load().catch(() => undefined);
};

/** The picker of skills where it is one field among others: its page does not wait for it. */
export function SkillPickerLater(props: ComponentProps<typeof SkillPicker>) {
  return (
    <Later height={66}>
      <SkillPicker {...props} />
    </Later>
  );
}
