import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy } from "react";
import { useTranslation } from "@/i18n/lists";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";

const load = () => import("./Notes");
const Notes = lazy(async () => ({ default: (await load()).Notes }));

interface Props extends ButtonProps {
  /** The public id of the profile. */
  profile: string;
  name: string;
}

/** Opens what the company notes about somebody. */
export function ProfileNotesButton({ profile, name, ...button }: Props) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="pencil" size={16} />}
        {...button}
        aria-label={t("personNotes.openOf", { name })}
        onPointerEnter={load}
        onFocus={load}
        onClick={dialog.open}
      >
        {t("personNotes.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("personNotes.title", { name })}>
        <Later>
          <Notes profile={profile} />
        </Later>
      </Dialog>
    </>
  );
}
