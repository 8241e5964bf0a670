import type { RecordMark } from "@/api/types";
import { useTranslation } from "@/i18n/recordWords";
import { StateTag } from "@/ui/StateTag";
import type { SheetState } from "./model/marks";
import { markName, stateName } from "./words";

type Said = Pick<RecordMark, "status" | "justified" | "minutes_late">;

/** What a mark says. */
export function MarkTag({ mark }: { mark: Said | null | undefined }) {
  const { t } = useTranslation();
  const [name, tone] = markName(t, mark);
  return <StateTag tone={tone}>{name}</StateTag>;
}

/** The state of a sheet. */
export function SheetTag({ state }: { state: SheetState }) {
  const { t } = useTranslation();
  const [name, tone] = stateName(t, state);
  return <StateTag tone={tone}>{name}</StateTag>;
}
