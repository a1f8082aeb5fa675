COMMENT ON TYPE "key_role" IS 'READ: may read; ADMIN: may also change what is followed and ask for runs';
