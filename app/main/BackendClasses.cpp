// The part of Backend that keeps the classes. The store answers on its own thread; what it says is believed.
#include "app/main/Backend.h"

#include <algorithm>

namespace tutti::main {

void Backend::wireClasses()
{
    connect(&m_store, &store::StoreThread::rosterLoaded, this, [this](const ClassRoster& roster) {
        if (m_unanswered[roster.id] <= 1) {
            keep(roster);
        }
    });
    connect(&m_store, &store::StoreThread::classSettled, this,
            [this](ClassId id) { --m_unanswered[id]; });
    connect(&m_store, &store::StoreThread::classesListed, this,
            [this](const std::vector<ClassEntry>& classes) {
                m_config.installation.classes = classes;
                emit classesChanged(classes, currentClass());
            });
    connect(&m_store, &store::StoreThread::classCreated, this, [this](ClassId id) {
        if (m_room == Room::Closed) {
            setCurrent(id);
        }
    });
    connect(
        &m_world, &ClassroomWorld::recorded, &m_world, [this](const Batch& batch) { watch(batch); },
        Qt::DirectConnection);
}

void Backend::watch(const Batch& batch)
{
    std::vector<Tablet> numbered;
    bool renamed = false;
    for (const EventEnvelope& envelope : batch) {
        if (const auto* tablet = std::get_if<TabletNumbered>(&envelope.event)) {
            numbered.push_back(tablet->tablet);
        }
        renamed = renamed || std::holds_alternative<SeatRenamed>(envelope.event);
    }
    if (numbered.empty() && !renamed) {
        return;
    }
    const auto take = [this, numbered, renamed] {
        auto& known = m_config.installation.tablets;
        known.insert(known.end(), numbered.begin(), numbered.end());
        if (renamed) {
            // The store was told before us, so it answers with the new name.
            ask(currentClass()).requestRoster(currentClass());
        }
    };
    QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
}

ClassRoster* Backend::find(ClassId id)
{
    auto& rosters = m_config.installation.rosters;
    const auto found = rosters.find(id);
    return found == rosters.end() ? nullptr : &found->second;
}

const ClassRoster& Backend::roster() const
{
    return m_config.installation.rosters.at(currentClass());
}

void Backend::keep(const ClassRoster& roster)
{
    ClassRoster* known = find(roster.id);
    if (known && *known == roster) {
        return;
    }
    m_config.installation.rosters[roster.id] = roster;
    if (roster.id == currentClass()) {
        emit rosterChanged(roster);
    }
}

store::StoreThread& Backend::ask(ClassId id)
{
    ++m_unanswered[id];
    return m_store;
}

void Backend::setCurrent(ClassId id)
{
    m_config.installation.current = id;
    ask(id).setLastClass(id);
    emit classesChanged(classes(), id);
    emit rosterChanged(roster());
}

void Backend::chooseClass(ClassId id)
{
    if (id == currentClass()) {
        return;
    }
    if (m_room != Room::Closed) {
        emit failed(Error{ErrorCode::RoomOpen});
    } else if (!find(id)) {
        emit failed(Error{ErrorCode::BadPayload, "there is no such class"});
    } else {
        setCurrent(id);
    }
}

void Backend::createClass(const QString& name, int seats)
{
    m_store.createClass(name.trimmed().toStdString(), seats, m_clock.wallMillis());
}

void Backend::renameClass(ClassId id, const QString& name)
{
    const std::string text = name.trimmed().toStdString();
    if (const ClassRoster* known = find(id)) {
        ClassRoster next = *known;
        next.name = text;
        if (const auto problem = problemOf(next)) {
            emit failed(*problem);
            return;
        }
        keep(next);
    }
    ask(id).renameClass(id, text);
}

void Backend::setNamesOnTablets(ClassId id, bool shown)
{
    if (const ClassRoster* known = find(id)) {
        ClassRoster next = *known;
        next.namesOnTablets = shown;
        keep(next);
    }
    ask(id).setNamesOnTablets(id, shown);
}

void Backend::saveRoster(const ClassRoster& roster)
{
    const ClassRoster* known = find(roster.id);
    ClassRoster next = roster;
    next.name = known ? known->name : roster.name;
    if (const auto problem = problemOf(next)) {
        emit failed(*problem);
        return;
    }
    if (known && known->namesOnTablets != next.namesOnTablets) {
        ask(next.id).setNamesOnTablets(next.id, next.namesOnTablets);
    }
    keep(next);
    ask(next.id).saveRoster(next);
}

} // namespace tutti::main
