import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy } from "react";
import { useTranslation } from "@/i18n/lists";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";

const load = () => import("./AddToListForm");
/** Most people look at profiles without keeping them: only those who do load the form. */
const AddToListForm = lazy(async () => ({ default: (await load()).AddToListForm }));

interface Props extends ButtonProps {
  /** Public ids of the profiles that were picked. */
  profiles: readonly string[];
  /** What assistive technology reads where many such buttons stand on one page. */
  spoken?: string;
  /** The list they are on already. */
  except?: string;
  /** Called once they are on a list. */
  onAdded?: () => void;
}

/** Puts the people who were picked on a list of the company: one there is, or a new one. */
export function AddToList({ profiles, spoken, except, onAdded, ...button }: Props) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="plus" size={16} />}
        {...button}
        {...(spoken ? { "aria-label": spoken } : {})}
        disabled={profiles.length === 0}
        onPointerEnter={load}
        onFocus={load}
        onClick={dialog.open}
      >
        {t("addToList.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("addToList.title")}>
        <Later>
          <AddToListForm
            profiles={profiles}
            onClose={dialog.close}
            {...(except ? { except } : {})}
            {...(onAdded ? { onAdded } : {})}
          />
        </Later>
      </Dialog>
    </>
  );
}
