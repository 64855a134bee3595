#pragma once

#include <QByteArrayView>

namespace tutti::net {

/// Whether a Host header can name this laptop: an IP literal, `localhost`, a `.local` or
/// single-label name, or a name under `.test` (reserved by RFC 6761, never in public DNS). Any
/// other name reached us by DNS rebinding.
bool isServedHost(QByteArrayView host);

} // namespace tutti::net
