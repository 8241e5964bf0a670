import { Stack } from "@mantine/core";
import { Checks } from "@/features/privacy/Checks";
import { RegisterPart } from "@/features/privacy/Register";

/** What is published about personal data: the register of processing, and what the nightly check found. */
export default function PublishedPrivacy() {
  return (
    <Stack gap="lg">
      <RegisterPart />
      <Checks />
    </Stack>
  );
}
