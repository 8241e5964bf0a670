import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useTranslation } from "@/i18n/saved";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import type { SaveProps } from "./SaveForm";

const load = () => import("./SaveForm");
/** Most searches are not kept: only those who keep one load the form. */
const SaveForm = lazy(async () => ({ default: (await load()).SaveForm }));

/** Keeps the search of the page under a name, or in the place of the one it was opened from. */
export function SaveSearch(props: SaveProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="book" size={16} />}
        onPointerEnter={load}
        onFocus={load}
        onClick={dialog.open}
      >
        {t("saved.save")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("saved.saveTitle")}>
        <Suspense fallback={<Skeleton height={120} role="img" aria-label={t("state.loading")} />}>
          <SaveForm {...props} onClose={dialog.close} />
        </Suspense>
      </Dialog>
    </>
  );
}
