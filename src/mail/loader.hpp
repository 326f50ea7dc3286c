#pragma once
#include <memory>

#include "behest/ports/mail_reader.hpp"

namespace behest::mail {

// Loads behest-mail.so, which is linked to GMime, from behest's own folders: beside the program where it was built, or
// where it was installed. Error(temporary) that says what to install when it is not there.
std::unique_ptr<MailReader> make_mail_reader();

}  // namespace behest::mail
