import type { DrawerProps, ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n";

type Frames = typeof import("./dialogFrames");

let frames: Frames | null = null;
let coming: Promise<Frames> | null = null;

/** What dialogs are drawn with: a page is read without it, and has it before anybody opens one, also offline. */
export async function loadDialogs(): Promise<Frames> {
  coming ??= import("./dialogFrames");
  try {
    frames = await coming;
    return frames;
  } catch (failure) {
    coming = null;
    throw failure;
  }
}

// Whoever opens one while it is missing asks again.
loadDialogs().catch(() => undefined);

function useFrames(opened: boolean): Frames | null {
  const [loaded, setLoaded] = useState(frames);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    if (loaded) return;
    let current = true;
    loadDialogs().then(
      (found) => current && setLoaded(found),
      (reason) => current && opened && setFailure(reason),
    );
    return () => {
      current = false;
    };
  }, [loaded, opened]);

  if (failure) throw failure;
  return loaded;
}

/** A window over the page; the button that closes it has a name. */
export function Dialog(props: Omit<ModalProps, "closeButtonProps">) {
  const { t } = useTranslation();
  const Frame = useFrames(props.opened)?.Modal;
  return Frame ? <Frame {...props} closeButtonProps={{ "aria-label": t("action.close") }} /> : null;
}

/** The same from an edge of the screen. */
export function SlidingDialog(props: Omit<DrawerProps, "closeButtonProps">) {
  const { t } = useTranslation();
  const Frame = useFrames(props.opened)?.Drawer;
  return Frame ? <Frame {...props} closeButtonProps={{ "aria-label": t("action.close") }} /> : null;
}
