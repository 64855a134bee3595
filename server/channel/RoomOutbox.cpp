#include "server/channel/RoomOutbox.h"

namespace tutti::channel {

void RoomOutbox::add(const QByteArray& v1, const QByteArray& v2, Lane lane)
{
    m_bytes[0].insert(m_bytes[0].end(), v1.begin(), v1.end());
    m_bytes[1].insert(m_bytes[1].end(), v2.begin(), v2.end());
    m_entries.push_back({lane,
                         {static_cast<std::uint32_t>(m_bytes[0].size()),
                          static_cast<std::uint32_t>(m_bytes[1].size())}});
}

Bytes RoomOutbox::between(std::size_t serializer, std::uint32_t first, std::uint32_t last) const
{
    const std::size_t begin = first == 0 ? 0 : m_entries[first - 1].end[serializer];
    const std::size_t end = last == 0 ? 0 : m_entries[last - 1].end[serializer];
    return {m_bytes[serializer].data() + begin, end - begin};
}

Bytes RoomOutbox::frame(protocol::Vsn vsn, std::uint32_t index) const
{
    return between(static_cast<std::size_t>(vsn), index, index + 1);
}

std::size_t RoomOutbox::bytes() const
{
    return m_bytes[0].size() + m_bytes[1].size();
}

void RoomOutbox::pieces(protocol::Vsn vsn, const std::vector<Exception>& exceptions,
                        std::vector<Bytes>& pieces) const
{
    const auto serializer = static_cast<std::size_t>(vsn);
    pieces.clear();
    std::uint32_t next = 0;
    const auto addUpTo = [&](std::uint32_t last) {
        const Bytes run = between(serializer, next, last);
        if (!run.empty()) {
            pieces.push_back(run);
        }
        next = last;
    };
    for (const Exception& exception : exceptions) {
        addUpTo(exception.entry);
        if (exception.frame.isNull()) {
            next = exception.entry + 1;
        } else {
            pieces.emplace_back(exception.frame.constData(),
                                static_cast<std::size_t>(exception.frame.size()));
        }
    }
    addUpTo(size());
}

void RoomOutbox::clear()
{
    m_bytes[0].clear();
    m_bytes[1].clear();
    m_entries.clear();
}

} // namespace tutti::channel
