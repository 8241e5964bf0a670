import { Button, List, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "@/i18n/search";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";

/** The published rule of the order, in words: nothing else ranks a profile. */
export function OrderDialog() {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="help" size={16} />}
        onClick={dialog.open}
      >
        {t("order.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("order.title")}>
        <Stack>
          <Text>{t("order.intro")}</Text>
          <List type="ordered" spacing="xs">
            <List.Item>{t("order.first")}</List.Item>
            <List.Item>{t("order.second")}</List.Item>
            <List.Item>{t("order.third")}</List.Item>
            <List.Item>{t("order.fourth")}</List.Item>
          </List>
          <Text c="dimmed" size="sm">
            {t("order.never")}
          </Text>
        </Stack>
      </Dialog>
    </>
  );
}
