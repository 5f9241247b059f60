package uz.yagona.portal.security;

/**
 * The two ways to sign in. Kept out of the context as single beans, so that no other module's chain
 * takes portal users by accident.
 */
record SignIns(PasswordSignIn byPassword, ProviderSignIn byProvider) {}
