import { useQuery } from "@tanstack/react-query";
import { getFileRules } from "@/api/files";
import { useTranslation } from "@/i18n/rooms";
import { acceptOf, faultOf } from "@/ui/fileRules";
import { Icon } from "@/ui/Icon";
import classes from "./Composer.module.css";
import { MOST_FILES } from "./useFiles";

interface Props {
  taken: number;
  /** The files that may be sent, and what is wrong with the others. */
  onChoose: (files: File[], fault: string | null) => void;
}

/** Chooses files that go with a message. */
export function FileInput({ taken, onChoose }: Props) {
  const { t } = useTranslation();
  const rules = useQuery({ queryKey: ["file-rules"], queryFn: getFileRules, staleTime: 3_600_000 });
  const kinds = rules.data?.purposes.find(({ purpose }) => purpose === "room_file")?.kinds ?? [];

  const choose = (chosen: File[]) => {
    const good = kinds.length > 0 ? chosen.filter((file) => !faultOf(file, kinds)) : chosen;
    const bad = chosen.find((file) => !good.includes(file));
    const fault = bad && faultOf(bad, kinds);
    const left = MOST_FILES - taken;
    if (good.length > left) {
      return onChoose(good.slice(0, left), t("compose.tooMany", { max: MOST_FILES }));
    }
    if (!bad || !fault) return onChoose(good, null);
    const name = bad.name;
    if (fault.code === "type") {
      return onChoose(good, t("compose.wrongKind", { name, kinds: fault.kinds }));
    }
    if (fault.code === "empty") return onChoose(good, t("compose.emptyFile", { name }));
    onChoose(good, t("compose.tooLarge", { name, limit: fault.limit }));
  };

  return (
    <label className={classes.join}>
      <input
        type="file"
        multiple
        accept={acceptOf(kinds)}
        aria-label={t("compose.join")}
        onChange={(event) => {
          choose([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <Icon name="clip" size={20} />
    </label>
  );
}
