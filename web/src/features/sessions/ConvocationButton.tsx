import { Button, type ButtonProps } from "@mantine/core";
import { useTranslation } from "@/i18n/sessions";
import { saveFile } from "@/lib/save";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useAction } from "./queries";

interface Props extends Pick<ButtonProps, "variant" | "size" | "mt"> {
  /** Of whom, where it is not one's own. */
  name?: string;
  download: () => Promise<Blob>;
}

/** The letter that says when and where somebody is expected. */
export function ConvocationButton({ name, download, ...look }: Props) {
  const { t } = useTranslation();
  const run = useAction(async () => saveFile(await download(), "convocation.pdf"));
  return (
    <>
      <Button
        loading={run.isPending}
        {...(name ? { "aria-label": t("convocation.of", { name }) } : {})}
        onClick={() => run.mutate(undefined)}
        {...look}
      >
        {t("convocation.download")}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
