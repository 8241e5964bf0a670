import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { Dialog } from "@/ui/Dialog";
import { Later } from "@/ui/Later";

const load = () => import("./AddToDraftForm");
const AddToDraftForm = lazy(async () => ({ default: (await load()).AddToDraftForm }));

interface Props extends ButtonProps {
  /** Public ids of the profiles that were picked. */
  profiles: readonly string[];
  /** Called once they are on it, with the draft, and how many could not be added. */
  onAdded: (offer: string, leftOut: number) => void;
}

/** Puts the people who were picked on a draft there is already. */
export function AddToDraft({ profiles, onAdded, ...button }: Props) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        {...button}
        onPointerEnter={load}
        onFocus={load}
        onClick={dialog.open}
      >
        {t("offerAdd.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("offerAdd.title")}>
        <Later>
          <AddToDraftForm profiles={profiles} onAdded={onAdded} onClose={dialog.close} />
        </Later>
      </Dialog>
    </>
  );
}
