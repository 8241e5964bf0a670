import { Stack } from "@mantine/core";
import { KeptRollView } from "@/features/attendance/KeptRollView";
import type { KeptRoll } from "@/features/attendance/keptRoll";
import { SheetHead } from "./SheetHead";

/** The attendance of a slot when the server cannot be asked who is there. */
export function KeptRollPage({ kept }: { kept: KeptRoll }) {
  return (
    <Stack gap="md" maw={1040} mx="auto">
      <SheetHead sheet={kept.sheet} />
      <KeptRollView {...kept} />
    </Stack>
  );
}
