#pragma once

#include "server/net/HttpRequest.h"
#include "server/net/HttpResponse.h"

#include <QHash>
#include <QString>

namespace tutti::net {

/// The files of the student page, read once. Only paths that were there when it was made exist, so
/// there is no way out of the folder. A file `x.gz` beside `x` is sent in its place to clients that
/// take gzip.
class StaticSite {
public:
    StaticSite() = default;
    /// Everything below a folder of the resources or the disk (":/student").
    static StaticSite fromFolder(const QString& folder);

    bool isEmpty() const { return m_files.isEmpty(); }
    HttpResponse answer(const HttpRequest& request) const;

private:
    struct File {
        QByteArray body;
        QByteArray etag;
    };
    QHash<QString, File> m_files;
};

} // namespace tutti::net
