import { type ComponentProps, lazy } from "react";
import { Later } from "@/ui/Later";

const JobPicker = lazy(async () => ({ default: (await import("./JobPicker")).JobPicker }));

/** The picker of jobs where it is one field among others: its page does not wait for it. */
export function JobPickerLater(props: ComponentProps<typeof JobPicker>) {
  return (
    <Later height={66}>
      <JobPicker {...props} />
    </Later>
  );
}
